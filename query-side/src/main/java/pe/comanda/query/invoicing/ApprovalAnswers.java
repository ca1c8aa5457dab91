package pe.comanda.query.invoicing;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.ApprovalQuery.ApprovalPage;
import pe.comanda.domain.invoicing.ApprovalQuery.ApprovalView;
import pe.comanda.domain.invoicing.ApprovalQuery.ListApprovals;
import pe.comanda.domain.invoicing.ApprovalStatus;
import pe.comanda.domain.invoicing.GuardedAction;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.domain.shared.Money;
import pe.comanda.query.shared.Reach;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Second persons' words, asked for and given. */
@Component
class ApprovalAnswers {
    private static final int MOST = 200;
    private static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "");

    private final JdbcClient sql;

    ApprovalAnswers(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of all branches that the caller reaches. */
    @QueryHandler
    ApprovalPage answer(ListApprovals query, MetaData metadata) {
        var caller = Caller.from(metadata);
        int limit = Math.clamp(query.limit(), 1, MOST);
        var found = list(caller.organization(), Reach.of(caller), query, limit + 1);
        if (found.size() <= limit) {
            return new ApprovalPage(found, "");
        }
        var last = found.get(limit - 1);
        return new ApprovalPage(
                found.subList(0, limit), new Cursor(last.requestedAt(), last.id()).text());
    }

    private List<ApprovalView> list(
            String organization, Set<String> branches, ListApprovals query, int limit) {
        var given = Cursor.of(query.cursor());
        var after = given == null ? START : given;
        return sql.sql(
                        """
                        select approval_id, branch_id, invoice_id, action, amount, reason, status,
                            requested_by, requested_at, decided_by
                        from fiscal_approval
                        where organization_id = :organization and (:everywhere or branch_id = any(:branches))
                            and (:status = '' or status = :status) and (requested_at, approval_id) < (:at, :id)
                        order by requested_at desc, approval_id desc limit :limit
                        """)
                .param("organization", organization)
                .param("everywhere", branches.isEmpty())
                .param("branches", branches.toArray(String[]::new))
                .param("status", query.status() == null ? "" : query.status().name())
                .param("at", Timestamp.from(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new ApprovalView(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        GuardedAction.valueOf(row.getString(4)),
                                        new Money(row.getBigDecimal(5)),
                                        row.getString(6),
                                        ApprovalStatus.valueOf(row.getString(7)),
                                        row.getString(8),
                                        row.getTimestamp(9).toInstant(),
                                        row.getString(10)))
                .list();
    }
}
