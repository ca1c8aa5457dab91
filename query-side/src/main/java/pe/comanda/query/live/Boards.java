package pe.comanda.query.live;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.OrderQuery.RenderedBoard;
import pe.comanda.domain.ordering.OrderView;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The kitchen's boards, rendered when they change and not when they are read. */
@Component
class Boards {
    private static final Comparator<OrderView> OLDEST_FIRST =
            Comparator.comparing(OrderView::placedAt).thenComparing(OrderView::id);

    private final OrderRows orders;
    private final JsonMapper json;
    private final Map<String, Board> boards = new ConcurrentHashMap<>();
    private final AtomicLong renderings = new AtomicLong(System.nanoTime());

    Boards(OrderRows orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    /** The board of a branch, oldest order first, of each order what concerns the kitchen. */
    RenderedBoard of(String branch) {
        return boards.computeIfAbsent(branch, this::load).rendered();
    }

    void changed(Collection<OrderView> changed) {
        for (var order : changed) {
            // Waits for a board that is being loaded: what was read before this commit must still
            // learn of it.
            var unused = boards.computeIfPresent(order.branch(), (_, board) -> board.with(order));
        }
    }

    void forgetAll() {
        boards.clear();
    }

    private Board load(String branch) {
        var board = new Board();
        orders.open(branch, null).forEach(body -> board.put(json.readValue(body, OrderView.class)));
        return board;
    }

    private final class Board {
        private final TreeMap<OrderView, String> tickets = new TreeMap<>(OLDEST_FIRST);
        private @Nullable RenderedBoard rendered;

        synchronized Board with(OrderView order) {
            put(order);
            return this;
        }

        synchronized void put(OrderView order) {
            var ticket = ticket(order);
            if (ticket != null) {
                tickets.put(order, ticket);
                rendered = null;
            } else if (tickets.remove(order) != null) {
                rendered = null;
            }
        }

        synchronized RenderedBoard rendered() {
            if (rendered == null) {
                var text = "{\"tickets\":[" + String.join(",", tickets.values()) + "]}";
                rendered =
                        new RenderedBoard(
                                text.getBytes(StandardCharsets.UTF_8),
                                Long.toHexString(renderings.incrementAndGet()));
            }
            return rendered;
        }
    }

    private @Nullable String ticket(OrderView order) {
        var lines =
                order.lines().stream()
                        .filter(line -> line.status().isInKitchen())
                        .map(Boards::line)
                        .toList();
        return lines.isEmpty()
                ? null
                : json.writeValueAsString(
                        new Ticket(
                                order.id(),
                                order.number(),
                                order.type().name(),
                                order.status().name(),
                                order.tableLabel(),
                                order.note(),
                                order.placedAt().toString(),
                                lines,
                                order.version()));
    }

    private static TicketLine line(OrderView.LineView view) {
        var line = view.line();
        return new TicketLine(
                line.id().value(),
                line.name(),
                line.quantity(),
                line.options().stream().map(o -> o.name()).toList(),
                line.note(),
                line.round(),
                view.status(),
                view.since().toString());
    }

    record Ticket(
            String order,
            int number,
            String type,
            String status,
            @Nullable String table,
            String note,
            String placedAt,
            List<TicketLine> lines,
            long version) {}

    record TicketLine(
            String line,
            String dish,
            int quantity,
            List<String> options,
            String note,
            int round,
            LineStatus status,
            String since) {}
}
