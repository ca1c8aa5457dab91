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
import pe.comanda.domain.audit.Moment;
import pe.comanda.query.shared.Reach;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Replays one aggregate up to a moment. The history itself answers, no projection. */
@Component
class AsOfAnswers {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();
    private final EventStore events;
    private final JsonMapper json;

    AsOfAnswers(EventStore events, JsonMapper json) {
        this.events = events;
        this.json = json;
    }

    /** How an aggregate stood, and the event that made it so. */
    private record Standing(long version, Instant at, Object state) {}

    @QueryHandler
    Optional<AsOf> answer(ShowAsOf query, MetaData metadata) {
        return at(query.moment(), query.aggregate(), Caller.from(metadata))
                .map(
                        found ->
                                new AsOf(
                                        query.aggregate(),
                                        found.version(),
                                        found.at(),
                                        json.writeValueAsString(tree(found.state()))));
    }

    @QueryHandler
    Optional<Difference> answer(ShowDifference query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var before = at(query.from(), query.aggregate(), caller);
        return at(query.until(), query.aggregate(), caller)
                .map(
                        after -> {
                            var changes = new ArrayList<Change>();
                            compare(
                                    "",
                                    before.map(found -> tree(found.state())).orElse(NOTHING),
                                    tree(after.state()),
                                    changes);
                            return new Difference(
                                    query.aggregate(),
                                    before.map(Standing::version).orElse(-1L),
                                    after.version(),
                                    changes);
                        });
    }

    /** As timelines show it, so that what they show can be asked for. */
    private static Instant shownAt(DomainEventMessage<?> event) {
        return event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Standing> at(Moment moment, String aggregate, Caller caller) {
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
            if (!mayRead(caller, branches, event.getMetaData())
                    || !moment.includes(event.getSequenceNumber(), shownAt(event))) {
                break;
            }
            state = fold.get().next(state, event.getPayload());
            last = event;
        }
        return last == null
                ? Optional.empty()
                : Optional.of(new Standing(last.getSequenceNumber(), shownAt(last), state));
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
