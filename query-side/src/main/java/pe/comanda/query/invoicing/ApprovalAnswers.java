package pe.comanda.query.invoicing;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.ApprovalQuery.ApprovalList;
import pe.comanda.domain.invoicing.ApprovalQuery.ApprovalView;
import pe.comanda.domain.invoicing.ApprovalQuery.ListApprovals;
import pe.comanda.domain.invoicing.ApprovalStatus;
import pe.comanda.domain.invoicing.GuardedAction;
import pe.comanda.domain.shared.Money;

/** Second persons' words, asked for and given. */
@Component
class ApprovalAnswers {
    private final JdbcClient sql;

    ApprovalAnswers(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of all branches that the caller reaches. */
    @QueryHandler
    ApprovalList answer(ListApprovals query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var status = query.status() == null ? "" : query.status().name();
        return new ApprovalList(
                sql
                        .sql(
                                """
                                select approval_id, branch_id, invoice_id, action, amount, reason, status,
                                    requested_by, requested_at, decided_by
                                from fiscal_approval
                                where organization_id = ? and (? = '' or status = ?)
                                order by requested_at desc, approval_id limit 200
                                """)
                        .params(caller.organization(), status, status)
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
                        .list()
                        .stream()
                        .filter(it -> caller.reachesBranch(it.branch()))
                        .toList());
    }
}
