package pe.comanda.query.audit;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.audit.AuditQuery.*;
import pe.comanda.query.shared.Reach;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Replays one aggregate up to a moment. The history itself answers, no projection. */
@Component
class AsOfAnswers {
    private final EventStore events;
    private final JsonMapper json;

    AsOfAnswers(EventStore events, JsonMapper json) {
        this.events = events;
        this.json = json;
    }

    private record Moment(long version, Instant at, Object state) {}

    @QueryHandler
    Optional<AsOf> answer(ShowAsOf query, MetaData metadata) {
        return replay(
                        query.aggregate(),
                        Caller.from(metadata),
                        event ->
                                (query.at() == null || !shownAt(event).isAfter(query.at()))
                                        && (query.version() == null
                                                || event.getSequenceNumber() <= query.version()))
                .map(
                        moment ->
                                new AsOf(
                                        query.aggregate(),
                                        moment.version(),
                                        moment.at(),
                                        json.writeValueAsString(tree(moment.state()))));
    }

    @QueryHandler
    Optional<Difference> answer(ShowDifference query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var before = upTo(query.aggregate(), caller, query.from());
        var after = upTo(query.aggregate(), caller, query.until());
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        var changes = new ArrayList<Change>();
        compare("", tree(before.get().state()), tree(after.get().state()), changes);
        return Optional.of(
                new Difference(
                        query.aggregate(), before.get().version(), after.get().version(), changes));
    }

    /** As timelines show it, so that what they show can be asked for. */
    private static Instant shownAt(DomainEventMessage<?> event) {
        return event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Moment> upTo(String aggregate, Caller caller, long version) {
        return replay(aggregate, caller, event -> event.getSequenceNumber() <= version);
    }

    private Optional<Moment> replay(
            String aggregate, Caller caller, Predicate<DomainEventMessage<?>> until) {
        var fold = Folds.of(aggregate);
        if (fold.isEmpty()) {
            return Optional.empty();
        }
        var branches = Reach.inHistory(caller);
        Object state = fold.get().initial();
        DomainEventMessage<?> last = null;
        // From the first event, not from a snapshot: an earlier moment may be older than the
        // snapshot.
        var stream = events.readEvents(aggregate, 0);
        while (stream.hasNext()) {
            var event = stream.next();
            if (!mayRead(caller, branches, event.getMetaData()) || !until.test(event)) {
                break;
            }
            state = fold.get().next(state, event.getPayload());
            last = event;
        }
        return last == null
                ? Optional.empty()
                : Optional.of(new Moment(last.getSequenceNumber(), last.getTimestamp(), state));
    }

    private static boolean mayRead(Caller caller, Set<String> branches, MetaData of) {
        return caller.organization().equals(of.get(MetadataKey.ORGANIZATION))
                && (branches.isEmpty() || branches.contains(of.get(MetadataKey.BRANCH)));
    }

    private JsonNode tree(Object state) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("is", state.getClass().getSimpleName());
        named.put("state", state);
        return json.valueToTree(named);
    }

    private static void compare(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Change> into) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            var names = new TreeSet<String>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(
                    name -> compare(path + "/" + name, before.get(name), after.get(name), into));
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "/" + i, before.get(i), after.get(i), into);
            }
        } else {
            into.add(new Change(path, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
