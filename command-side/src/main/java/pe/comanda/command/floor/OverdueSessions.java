package pe.comanda.command.floor;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.floor.TableSessionEvent;
import pe.comanda.domain.floor.TableSessionEvent.*;
import pe.comanda.domain.floor.TableSessionId;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Until when each open session may last: the floor policy's own table. */
@Component
@ProcessingGroup(Processors.POLICY_FLOOR)
@DisallowReplay
class OverdueSessions {
    private static final int AT_ONCE = 200;
    private final JdbcClient sql;

    OverdueSessions(JdbcClient sql) {
        this.sql = sql;
    }

    record Overdue(TableSessionId session, Owner owner) {}

    @EventHandler
    void on(TableSessionEvent event, MetaData metadata) {
        switch (event) {
            case SessionRequested(var id, _, _, _, var until) -> watch(id, until, metadata);
            case WalkInSeated(var id, _, _, _, var until) -> watch(id, until, metadata);
            case SessionApproved(var id, _, _, var until) -> watch(id, until, metadata);
            case SessionRejected _, SessionExpired _, SessionEnded _ -> forget(event.session());
        }
    }

    /** Those whose time is over, the most overdue first. */
    List<Overdue> at(Instant now) {
        return sql.sql(
                        """
                        select session_id, organization_id, branch_id from floor_session_due
                        where due_at <= ? order by due_at limit ?
                        """)
                .params(Timestamp.from(now), AT_ONCE)
                .query(
                        (row, _) ->
                                new Overdue(
                                        new TableSessionId(row.getString(1)),
                                        new Owner(row.getString(2), row.getString(3))))
                .list();
    }

    void postpone(TableSessionId session, Instant until) {
        var unused =
                sql.sql("update floor_session_due set due_at = ? where session_id = ?")
                        .params(Timestamp.from(until), session.value())
                        .update();
    }

    void forget(TableSessionId session) {
        var unused =
                sql.sql("delete from floor_session_due where session_id = ?")
                        .param(session.value())
                        .update();
    }

    private void watch(TableSessionId session, Instant until, MetaData metadata) {
        var owner = Owner.of(metadata);
        var unused =
                sql.sql(
                                """
                                insert into floor_session_due (session_id, organization_id, branch_id, due_at)
                                values (?, ?, ?, ?)
                                on conflict (session_id) do update set due_at = excluded.due_at
                                """)
                        .params(
                                session.value(),
                                owner.organization(),
                                owner.mustHaveBranch(),
                                Timestamp.from(until))
                        .update();
    }
}
