package pe.comanda.query.audit;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.audit.AuditQuery.Entry;
import pe.comanda.domain.audit.AuditQuery.ShowTimeline;
import pe.comanda.domain.audit.AuditQuery.Timeline;
import pe.comanda.query.shared.Reach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;

/**
 * Answers timelines, oldest first, page by page. Events of one position stand on one page, which
 * may be longer for it: the next page begins after their position.
 */
@Component
class TimelineAnswers {
    private static final int MOST = 500;
    private static final Comparator<Entry> BY_POSITION =
            Comparator.comparingLong(Entry::position)
                    .thenComparing(Entry::at)
                    .thenComparing(Entry::aggregate)
                    .thenComparingLong(Entry::version);
    private final JdbcClient sql;
    private final Whereabouts whereabouts;

    TimelineAnswers(JdbcClient sql, Whereabouts whereabouts) {
        this.sql = sql;
        this.whereabouts = whereabouts;
    }

    @QueryHandler
    Timeline answer(ShowTimeline query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var branches = Reach.inHistory(caller);
        int limit = Math.clamp(query.limit(), 1, MOST);
        long beyond = beyond(caller.organization(), query);
        var conditions = new StringBuilder("organization_id = :organization and position > :after");
        if (!branches.isEmpty()) {
            conditions.append(" and branch_id = any(:branches)");
        }
        also(conditions, query.aggregate(), " and aggregate_id = :aggregate");
        also(conditions, query.actor(), " and actor = :actor");
        also(conditions, query.type(), " and type = :type");
        also(conditions, query.branch(), " and branch_id = :branch");
        also(conditions, query.device(), " and device = :device");
        also(conditions, query.correlation(), " and correlation = :correlation");
        also(conditions, query.from(), " and at >= :from and position >= :lowest");
        also(conditions, query.until(), " and at < :until and position < :beyond");
        var items =
                sql
                        .sql(
                                """
                                select position, at, type, aggregate_id, version, branch_id, actor, role, device,
                                    address, reason, cause, correlation, event_id, payload
                                from audit_entry where %s
                                order by position fetch first :limit rows with ties
                                """
                                        .formatted(conditions))
                        .param("organization", caller.organization())
                        .param("branches", branches.toArray(String[]::new))
                        .param("after", query.after())
                        .param("aggregate", query.aggregate())
                        .param("actor", query.actor())
                        .param("type", query.type())
                        .param("branch", query.branch())
                        .param("device", query.device())
                        .param("correlation", query.correlation())
                        .param("from", timestamp(query.from()))
                        .param("until", timestamp(query.until()))
                        .param("lowest", lowest(caller.organization(), query))
                        .param("beyond", beyond)
                        .param("limit", limit)
                        .query(TimelineAnswers::entry)
                        .list()
                        .stream()
                        .sorted(BY_POSITION)
                        .toList();
        return new Timeline(items, items.size() < limit ? -1 : items.getLast().position(), beyond);
    }

    /** Later pages begin behind it anyway. */
    private long lowest(String organization, ShowTimeline query) {
        return query.from() == null || query.after() >= 0
                ? 0
                : whereabouts.lowest(organization, query.from());
    }

    private long beyond(String organization, ShowTimeline query) {
        if (query.beyond() != null) {
            return query.beyond();
        }
        return query.until() == null
                ? Long.MAX_VALUE
                : whereabouts.beyond(organization, query.until());
    }

    private static void also(StringBuilder conditions, @Nullable Object filter, String condition) {
        if (filter != null) {
            conditions.append(condition);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("position"),
                row.getTimestamp("at").toInstant(),
                row.getString("type"),
                row.getString("aggregate_id"),
                row.getLong("version"),
                row.getString("branch_id"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("device"),
                row.getString("address"),
                row.getString("reason"),
                row.getString("cause"),
                row.getString("correlation"),
                row.getString("event_id"),
                row.getString("payload"));
    }
}
