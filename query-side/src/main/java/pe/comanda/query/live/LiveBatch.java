package pe.comanda.query.live;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.live.FeedMessage;
import pe.comanda.domain.live.MessageType;
import pe.comanda.domain.live.Rooms;
import pe.comanda.domain.ordering.OrderView;
import pe.comanda.query.shared.PerBatch;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Folds a batch of events in memory, one draft an order or other thing, and writes it in a few
 * statements when the batch commits. What many events of one batch did to a thing becomes one row
 * and one message.
 */
@Component
class LiveBatch {
    private static final String RESOURCE = "live-batch";

    private final OrderRows orders;
    private final ThingRows things;
    private final Feed feed;
    private final Boards boards;
    private final JsonMapper json;

    /**
     * What changed lately, so that the next batch need not read it. Only the projection's thread
     * uses it.
     */
    private final Cache<String, OrderView> recent =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private final Cache<Key, Object> recentThings =
            Caffeine.newBuilder().maximumSize(20_000).build();

    LiveBatch(OrderRows orders, ThingRows things, Feed feed, Boards boards, JsonMapper json) {
        this.orders = orders;
        this.things = things;
        this.feed = feed;
        this.boards = boards;
        this.json = json;
    }

    private record Key(Kind kind, String id) {}

    /** The order's draft in this batch; null where the order is not known. */
    @Nullable OrderDraft order(String id) {
        return current().drafts.computeIfAbsent(id, this::load);
    }

    void add(OrderDraft draft) {
        current().drafts.put(draft.view().id(), draft);
    }

    /** The order has changed by this event: it will be written and told. */
    void changed(String order, News news) {
        var unused = current().changed.computeIfAbsent(order, _ -> new Story()).add(news);
    }

    /** How a thing is, with what this batch has done to it. */
    <T> Optional<T> now(Kind kind, String id, Class<T> type) {
        var key = new Key(kind, id);
        var drafted = current().things.get(key);
        if (drafted != null) {
            return Optional.of(type.cast(drafted.state()));
        }
        var known = recentThings.getIfPresent(key);
        return known == null ? things.find(kind, id, type) : Optional.of(type.cast(known));
    }

    /** The thing is so from now on. Nobody is told. */
    void set(Thing thing) {
        current().things.put(new Key(thing.kind(), thing.id()), thing);
    }

    /** The thing is so from now on, and whoever is in its rooms is told. */
    void tell(Thing thing, MessageType type, News news) {
        set(thing);
        current()
                        .told
                        .computeIfAbsent(new Key(thing.kind(), thing.id()), _ -> new Story())
                        .add(news)
                        .type =
                type;
    }

    /** Before orders are read again from the start. */
    void clearOrders() {
        recent.invalidateAll();
        orders.clear();
        boards.forgetAll();
    }

    /** Before things of this kind are read again from the start. */
    void clear(Kind kind) {
        recentThings.invalidateAll();
        things.clear(kind);
    }

    /** What the batch did to one thing. */
    private static final class Story {
        private final Set<String> events = new LinkedHashSet<>();
        private MessageType type = MessageType.ORDER_CHANGED;
        private @Nullable News last;

        Story add(News news) {
            if (!news.old()) {
                events.add(news.event());
                last = news;
            }
            return this;
        }

        /** Whether there is something that screens have not heard of. */
        boolean isNews() {
            return last != null;
        }

        News last() {
            return Objects.requireNonNull(last);
        }
    }

    private static final class Batch {
        private final Map<String, @Nullable OrderDraft> drafts = new LinkedHashMap<>();
        private final Map<String, Story> changed = new LinkedHashMap<>();
        private final Map<Key, Thing> things = new LinkedHashMap<>();
        private final Map<Key, Story> told = new LinkedHashMap<>();
    }

    private @Nullable OrderDraft load(String id) {
        var known = recent.getIfPresent(id);
        var view = known == null ? orders.find(id).orElse(null) : known;
        return view == null ? null : OrderDraft.of(view);
    }

    private Batch current() {
        return PerBatch.own(RESOURCE, this::begun, this::write);
    }

    private Batch begun() {
        CurrentUnitOfWork.get().root().onRollback(_ -> forget());
        return new Batch();
    }

    private void forget() {
        recent.invalidateAll();
        recentThings.invalidateAll();
    }

    private void write(Batch batch) {
        var changed = new ArrayList<OrderRows.Rendered>(batch.changed.size());
        var messages = new ArrayList<Feed.Entry>(batch.changed.size() + batch.told.size());
        batch.changed.forEach(
                (id, story) -> {
                    var draft = batch.drafts.get(id);
                    if (draft != null) {
                        var order = orders.render(draft.view());
                        changed.add(order);
                        recent.put(id, order.view());
                        if (story.isNews()) {
                            messages.add(message(order, story));
                        }
                    }
                });
        orders.upsert(changed);
        things.write(batch.things.values());
        batch.things.forEach(this::remember);
        batch.told.forEach(
                (key, story) -> {
                    if (story.isNews()) {
                        messages.add(message(Objects.requireNonNull(batch.things.get(key)), story));
                    }
                });
        var numbered = feed.append(messages);
        CurrentUnitOfWork.get()
                .root()
                .afterCommit(
                        _ -> {
                            boards.changed(changed.stream().map(OrderRows.Rendered::view).toList());
                            feed.publish(numbered);
                        });
    }

    private void remember(Key key, Thing thing) {
        if (thing.standing() == Standing.GONE) {
            recentThings.invalidate(key);
        } else {
            recentThings.put(key, thing.state());
        }
    }

    private Feed.Entry message(OrderRows.Rendered order, Story story) {
        var view = order.view();
        var rooms = new ArrayList<>(List.of(Rooms.BRANCH, Rooms.KITCHEN));
        if (view.session() != null) {
            rooms.add(Rooms.session(view.session()));
        }
        if (view.table() != null) {
            rooms.add(Rooms.service(view.table()));
        }
        var body =
                json.writeValueAsString(new OrderChanged(List.copyOf(story.events), order.body()));
        return new Feed.Entry(
                view.organization(),
                new FeedMessage(
                        view.branch(),
                        0,
                        rooms,
                        MessageType.ORDER_CHANGED.text(),
                        body,
                        story.last().position(),
                        view.changedAt()));
    }

    private Feed.Entry message(Thing thing, Story story) {
        var body = new LinkedHashMap<String, Object>();
        body.put("events", List.copyOf(story.events));
        body.put(thing.kind().one(), thing.state());
        return new Feed.Entry(
                thing.tenant().organization(),
                new FeedMessage(
                        thing.tenant().branch(),
                        0,
                        thing.rooms(),
                        story.type.text(),
                        json.writeValueAsString(body),
                        story.last().position(),
                        story.last().at()));
    }

    /**
     * @param events what happened, in order
     * @param order the state after it, rendered
     */
    record OrderChanged(List<String> events, @JsonRawValue String order) {}
}
