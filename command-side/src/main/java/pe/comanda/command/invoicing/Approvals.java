package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.ApprovalEvent;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalGranted;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalRefused;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalRequested;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalUsed;
import pe.comanda.domain.invoicing.ApprovalId;
import pe.comanda.domain.invoicing.ApprovalStatus;
import pe.comanda.domain.invoicing.GuardedAction;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Optional;

/** Limits and second persons' words, where the actions that need them look them up. */
@Component
class Approvals {
    private final JdbcClient sql;

    Approvals(JdbcClient sql) {
        this.sql = sql;
    }

    /** Above which amount a second person is needed; empty for never. */
    Optional<Money> limit(String organization) {
        return sql.sql("select above from four_eyes where organization_id = ?")
                .param(organization)
                .query(BigDecimal.class)
                .optional()
                .map(Money::new);
    }

    void limit(String organization, Optional<Money> above) {
        var _ =
                sql.sql("delete from four_eyes where organization_id = ?")
                        .param(organization)
                        .update();
        if (above.isPresent()) {
            var _ =
                    sql.sql("insert into four_eyes (organization_id, above) values (?, ?)")
                            .params(organization, above.get().value())
                            .update();
        }
    }

    /** A word that allows this much of the action, the smallest first; nobody else takes it. */
    Optional<ApprovalId> granted(InvoiceId invoice, GuardedAction action, Money amount) {
        return sql.sql(
                        """
                        select approval_id from fiscal_approval
                        where invoice_id = ? and action = ? and status = 'GRANTED' and amount >= ?
                        order by amount, approval_id limit 1 for update
                        """)
                .params(invoice.value(), action.name(), amount.value())
                .query(String.class)
                .optional()
                .map(ApprovalId::new);
    }

    void follow(ApprovalEvent event, Owner owner) {
        switch (event) {
            case ApprovalRequested requested -> add(requested, owner);
            case ApprovalGranted granted ->
                    stands(granted.approval(), ApprovalStatus.GRANTED, granted.by());
            case ApprovalRefused refused ->
                    stands(refused.approval(), ApprovalStatus.REFUSED, refused.by());
            case ApprovalUsed used -> stands(used.approval(), ApprovalStatus.USED, "");
        }
    }

    private void add(ApprovalRequested event, Owner owner) {
        var _ =
                sql.sql(
                                """
                                insert into fiscal_approval (approval_id, organization_id, branch_id, invoice_id,
                                    action, amount, reason, status, requested_by, requested_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                event.approval().value(),
                                owner.organization(),
                                owner.mustHaveBranch(),
                                event.invoice().value(),
                                event.action().name(),
                                event.amount().value(),
                                event.reason(),
                                ApprovalStatus.REQUESTED.name(),
                                event.by(),
                                Timestamp.from(event.at()))
                        .update();
    }

    /**
     * @param by empty where nobody decides anything
     */
    private void stands(ApprovalId approval, ApprovalStatus as, String by) {
        var _ =
                sql.sql(
                                """
                                update fiscal_approval set status = ?, decided_by = coalesce(nullif(?, ''), decided_by)
                                where approval_id = ?
                                """)
                        .params(as.name(), by, approval.value())
                        .update();
    }
}
