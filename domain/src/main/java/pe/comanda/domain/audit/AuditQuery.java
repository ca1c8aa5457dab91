package pe.comanda.domain.audit;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.util.List;

/** Questions about history. Answered to auditors and administrators of the same organization. */
public sealed interface AuditQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.AUDIT_READ;
    }

    @Override
    default String view() {
        return "audit";
    }

    /**
     * What happened, oldest first. Every filter that is null lets everything pass.
     *
     * @param aggregate id of an order, a table, a stock item, an invoice …
     * @param actor id of a person or of a diner's session
     * @param after the position after which to go on; limit 1 to 500
     * @param beyond what an earlier page of the same timeline told; null: it is looked for
     */
    record ShowTimeline(
            @Nullable String aggregate,
            @Nullable String actor,
            @Nullable String type,
            @Nullable String branch,
            @Nullable String device,
            @Nullable String correlation,
            @Nullable Instant from,
            @Nullable Instant until,
            long after,
            int limit,
            @Nullable Long beyond)
            implements AuditQuery<Timeline> {}

    /** The state of an aggregate at this moment. */
    record ShowAsOf(String aggregate, Moment moment) implements AuditQuery<AsOf> {}

    /**
     * What changed between two moments of an aggregate. Before its first event there is nothing:
     * all that it is then is new.
     */
    record ShowDifference(String aggregate, Moment from, Moment until)
            implements AuditQuery<Difference> {}

    /**
     * @param next the position to go on after; -1 where there is no more
     * @param beyond nothing of this timeline has this position or a higher one
     */
    record Timeline(List<Entry> items, long next, long beyond) {
        public Timeline {
            items = List.copyOf(items);
        }
    }

    /**
     * One fact: who, what, when, where from, and why.
     *
     * @param cause the message that directly led to it: {@code command:ConfirmOrder:<id>} or {@code
     *     event:…}
     * @param correlation the request that everything since belongs to
     * @param payload the event as JSON
     */
    record Entry(
            long position,
            Instant at,
            String type,
            String aggregate,
            long version,
            @Nullable String branch,
            String actor,
            String role,
            String device,
            String address,
            @Nullable String reason,
            String cause,
            String correlation,
            String event,
            String payload) {}

    /**
     * @param state the name of the state and its content, as JSON
     */
    record AsOf(String aggregate, long version, Instant at, String state) {}

    /**
     * @param from number of the last event of the earlier moment; -1 before the first one
     */
    record Difference(String aggregate, long from, long until, List<Change> changes) {
        public Difference {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param path JSON pointer into the state; @param before null where it was not there
     */
    record Change(String path, @Nullable String before, @Nullable String after) {}
}
