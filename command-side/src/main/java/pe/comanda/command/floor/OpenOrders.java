package pe.comanda.command.floor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Positions;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.LogReaders;

import java.time.Duration;
import java.util.Optional;

/**
 * Which orders each session has, and which of them are still open. The floor policy's own table.
 */
@Component
class OpenOrders {
    private static final Duration CATCH_UP = Duration.ofMillis(500);

    private final JdbcClient sql;
    private final Positions positions;
    private final LogReaders readers;

    OpenOrders(JdbcClient sql, Positions positions, LogReaders readers) {
        this.sql = sql;
        this.positions = positions;
        this.readers = readers;
    }

    enum State {
        OPEN,
        COMPLETED,
        CANCELLED
    }

    /** How many are open, counting everything that this node has stored. */
    int openIn(TableSessionId session) {
        var unused = readers.await(Processors.POLICY_FLOOR, positions.latest(), CATCH_UP);
        return openNow(session);
    }

    /** Whether none is open and at least one was completed: the party has eaten and paid. */
    boolean allDone(TableSessionId session) {
        return openNow(session) == 0
                && sql.sql(
                                """
                                        select exists (select from floor_session_order
                                            where session_id = ? and state = 'COMPLETED')
                                        """)
                        .param(session.value())
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Lets one reader at a time judge a session: two that close its last two orders would each see
     * the other's still open.
     */
    void lock(TableSessionId session) {
        var unused =
                sql.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 0))")
                        .param(session.value())
                        .query(Boolean.class)
                        .single();
    }

    void opened(OrderId order, TableSessionId session, Owner owner) {
        var unused =
                sql.sql(
                                """
                                insert into floor_session_order (order_id, organization_id, branch_id, session_id, state)
                                values (?, ?, ?, ?, 'OPEN') on conflict do nothing
                                """)
                        .params(
                                order.value(),
                                owner.organization(),
                                owner.mustHaveBranch(),
                                session.value())
                        .update();
    }

    void closed(OrderId order, State as) {
        var unused =
                sql.sql("update floor_session_order set state = ? where order_id = ?")
                        .params(as.name(), order.value())
                        .update();
    }

    Optional<TableSessionId> sessionOf(OrderId order) {
        return sql.sql("select session_id from floor_session_order where order_id = ?")
                .param(order.value())
                .query(String.class)
                .optional()
                .map(TableSessionId::new);
    }

    /** How many are open as far as the policy has read. */
    private int openNow(TableSessionId session) {
        return sql.sql(
                        """
                        select count(*) from floor_session_order where session_id = ? and state = 'OPEN'
                        """)
                .param(session.value())
                .query(Integer.class)
                .single();
    }
}
