package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.LINE_CANNOT_MOVE;
import static pe.comanda.domain.ordering.OrderRule.UNKNOWN_LINE;

import pe.comanda.domain.ordering.OrderEvent.CancelledLine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** What is on an order: its lines, in the order they were asked for, with how far each has got. */
public record OrderLines(SequencedMap<LineId, Line> all) {
    static final OrderLines NONE = new OrderLines(new LinkedHashMap<>());

    /** A line and how far it has got. */
    public record Line(OrderLine line, LineStatus status) {
        Line to(LineStatus next) {
            return new Line(line, next);
        }
    }

    // --- what follows from what happened

    OrderLines with(List<OrderLine> added) {
        var more = new LinkedHashMap<>(all);
        added.forEach(line -> more.put(line.id(), new Line(line, LineStatus.PENDING)));
        return new OrderLines(more);
    }

    OrderLines moved(List<LineId> ids, LineStatus to) {
        var changed = new LinkedHashMap<>(all);
        for (var id : ids) {
            changed.put(id, get(id).to(to));
        }
        return new OrderLines(changed);
    }

    // --- what there is

    public Line get(LineId id) {
        var found = all.get(id);
        if (found == null) {
            throw UNKNOWN_LINE.broken("line", id);
        }
        return found;
    }

    Set<LineId> ids() {
        return all.keySet();
    }

    int size() {
        return all.size();
    }

    public List<LineStatus> statuses() {
        return all.values().stream().map(Line::status).toList();
    }

    /** Those that are charged. */
    List<OrderLine> live() {
        return charged().map(Line::line).toList();
    }

    List<OrderLine> in(LineStatus status) {
        return all.values().stream().filter(l -> l.status() == status).map(Line::line).toList();
    }

    /** What is lost where the whole order is cancelled. */
    List<CancelledLine> lost() {
        return charged().map(l -> new CancelledLine(l.line(), l.status())).toList();
    }

    private Stream<Line> charged() {
        return all.values().stream().filter(l -> l.status().isLive());
    }

    // --- where they may go

    /** Those that one step forward brings there. */
    List<LineId> ableToMove(LineStatus to) {
        return all.values().stream()
                .filter(l -> l.status().compareTo(to) < 0 && leads(l.status(), to))
                .map(l -> l.line().id())
                .toList();
    }

    void mustBeAbleToMove(List<LineId> ids, LineStatus to) {
        for (var id : ids) {
            var from = get(id).status();
            LINE_CANNOT_MOVE.require(leads(from, to), "from", from);
        }
    }

    /** Whether the step brings any of them to the table, or takes it back from there. */
    boolean leaveTheKitchen(List<LineId> ids, LineStatus to) {
        return to == LineStatus.SERVED
                || ids.stream().anyMatch(id -> get(id).status() == LineStatus.SERVED);
    }

    /** One step forward, or one step back among what the kitchen and the table see. */
    private static boolean leads(LineStatus from, LineStatus to) {
        return switch (to) {
            case PREPARING -> from == LineStatus.CONFIRMED || from == LineStatus.READY;
            case READY -> from == LineStatus.PREPARING || from == LineStatus.SERVED;
            case SERVED -> from == LineStatus.READY;
            case CONFIRMED -> from == LineStatus.PREPARING;
            case PENDING, CANCELLED -> false;
        };
    }
}
