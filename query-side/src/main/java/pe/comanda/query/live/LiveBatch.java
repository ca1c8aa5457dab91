package pe.comanda.query.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.live.FeedMessage;
import pe.comanda.domain.ordering.OrderView;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds a batch of events in memory, one draft an order, and writes it in three statements when the
 * batch commits: orders, feed, nothing else. What many events of one batch did to an order becomes
 * one row and one message.
 */
@Component
class LiveBatch {
    private static final String RESOURCE = "live-batch";

    private final OrderRows orders;
    private final Feed feed;
    private final Boards boards;
    private final JsonMapper json;

    /**
     * Orders that changed lately, so that the next batch need not read them. Only the projection's
     * thread uses it.
     */
    private final Cache<String, OrderView> recent =
            Caffeine.newBuilder().maximumSize(20_000).build();

    LiveBatch(OrderRows orders, Feed feed, Boards boards, JsonMapper json) {
        this.orders = orders;
        this.feed = feed;
        this.boards = boards;
        this.json = json;
    }

    /** The order's draft in this batch; null where the order is not known. */
    @Nullable OrderDraft order(String id) {
        return current().drafts.computeIfAbsent(id, this::load);
    }

    void add(OrderDraft draft) {
        current().drafts.put(draft.view().id(), draft);
    }

    /** The order has changed by this event: it will be written and told. */
    void changed(String order, String event, long position) {
        var batch = current();
        batch.events.computeIfAbsent(order, _ -> new LinkedHashSet<>()).add(event);
        batch.position = Math.max(batch.position, position);
    }

    /** Tells something else: what it is about, and who is concerned. */
    void tell(
            String organization,
            String branch,
            List<String> rooms,
            String type,
            Object body,
            long position,
            Instant at) {
        current()
                .others
                .add(
                        new Told(
                                organization,
                                branch,
                                rooms,
                                type,
                                json.writeValueAsString(body),
                                position,
                                at));
    }

    void clear() {
        recent.invalidateAll();
        orders.clear();
        boards.forgetAll();
    }

    private record Told(
            String organization,
            String branch,
            List<String> rooms,
            String type,
            String body,
            long position,
            Instant at) {}

    private static final class Batch {
        final Map<String, @Nullable OrderDraft> drafts = new LinkedHashMap<>();
        final Map<String, Set<String>> events = new LinkedHashMap<>();
        final List<Told> others = new ArrayList<>();
        long position = -1;
    }

    private @Nullable OrderDraft load(String id) {
        var known = recent.getIfPresent(id);
        var view = known == null ? orders.find(id).orElse(null) : known;
        return view == null ? null : OrderDraft.of(view);
    }

    private Batch current() {
        var root = CurrentUnitOfWork.get().root();
        return root.getOrComputeResource(
                RESOURCE,
                _ -> {
                    root.onPrepareCommit(this::flush);
                    root.onRollback(_ -> recent.invalidateAll());
                    return new Batch();
                });
    }

    private void flush(UnitOfWork<?> unitOfWork) {
        Batch batch = unitOfWork.root().getResource(RESOURCE);
        var changed = new ArrayList<OrderView>();
        batch.events
                .keySet()
                .forEach(
                        id -> {
                            var draft = batch.drafts.get(id);
                            if (draft != null) {
                                changed.add(draft.view());
                            }
                        });
        orders.upsert(changed);
        var messages = new ArrayList<Feed.Entry>(changed.size() + batch.others.size());
        for (var view : changed) {
            recent.put(view.id(), view);
            messages.add(new Feed.Entry(view.organization(), message(view, batch)));
        }
        for (var told : batch.others) {
            messages.add(
                    new Feed.Entry(
                            told.organization(),
                            new FeedMessage(
                                    told.branch(),
                                    0,
                                    told.rooms(),
                                    told.type(),
                                    told.body(),
                                    told.position(),
                                    told.at())));
        }
        var numbered = feed.append(messages);
        unitOfWork
                .root()
                .afterCommit(
                        _ -> {
                            boards.changed(changed);
                            feed.publish(numbered);
                        });
    }

    private FeedMessage message(OrderView view, Batch batch) {
        var rooms = new ArrayList<>(List.of("branch", "kitchen"));
        if (view.session() != null) {
            rooms.add("session:" + view.session());
        }
        var body =
                json.writeValueAsString(
                        new OrderChanged(List.copyOf(batch.events.get(view.id())), view));
        return new FeedMessage(
                view.branch(), 0, rooms, "order.changed", body, batch.position, view.changedAt());
    }

    /**
     * @param events what happened, in order; @param order the state after it
     */
    record OrderChanged(List<String> events, OrderView order) {}
}
