package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.*;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.BillingCommand.BillOrder;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.payments.Payment;

import java.util.List;

/**
 * Which order has which document: at most one that lives. Written in the transaction of the
 * document's own events, so of two that want the same order one is refused.
 */
@Component
class BilledOrders {
    private final JdbcClient sql;

    BilledOrders(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Marks the order and these payments as billed; refuses where they are, or where what is
     * replaced still lives.
     */
    void claim(BillOrder command, List<Payment> payments, Owner owner) {
        if (command.replaces() != null) {
            ONLY_REJECTED_IS_REPLACED.require(
                    sql.sql(
                                    """
                                    select exists (select from invoice_order
                                        where invoice_id = ? and order_id = ? and not live)
                                    """)
                            .params(command.replaces().value(), command.order().value())
                            .query(Boolean.class)
                            .single(),
                    "replaces",
                    command.replaces());
        }
        int claimed =
                sql.sql(
                                """
                                insert into invoice_order (invoice_id, organization_id, branch_id, order_id, part, live)
                                select ?, ?, ?, ?, ?, true
                                where not exists (select from invoice_order
                                    where order_id = ? and live and not part)
                                on conflict (order_id) where live and not part do nothing
                                """)
                        .params(
                                command.invoice().value(),
                                owner.organization(),
                                owner.mustHaveBranch(),
                                command.order().value(),
                                !command.payments().isEmpty(),
                                command.order().value())
                        .update();
        ORDER_IS_BILLED_ONCE.require(claimed == 1, "order", command.order());
        payments.forEach(payment -> claim(command, payment, owner));
    }

    private void claim(BillOrder command, Payment payment, Owner owner) {
        int claimed =
                sql.sql(
                                """
                                insert into invoice_payment (invoice_id, payment_id, organization_id, branch_id,
                                    order_id, live)
                                values (?, ?, ?, ?, ?, true)
                                on conflict (order_id, payment_id) where live do nothing
                                """)
                        .params(
                                command.invoice().value(),
                                payment.id().value(),
                                owner.organization(),
                                owner.mustHaveBranch(),
                                command.order().value())
                        .update();
        PAYMENT_IS_BILLED_ONCE.require(claimed == 1, "payment", payment.id());
    }

    /** A rejected document does not exist fiscally: its order may be billed again. */
    void follow(InvoiceEvent event) {
        switch (event) {
            case InvoiceRejected rejected -> release(rejected.invoice());
            case InvoiceSettled(var id, boolean accepted, _) -> {
                if (!accepted) {
                    release(id);
                }
            }
            // What is undone leaves its order free for another document.
            case InvoiceVoided voided -> release(voided.invoice());
            case NoteConfirmed(var id, _, boolean cancels) -> {
                if (cancels) {
                    release(id);
                }
            }
            case InvoiceIssued _,
                    InvoiceSigned _,
                    AttemptStarted _,
                    InvoiceAccepted _,
                    AttemptFailed _,
                    InvoiceParked _,
                    InvoiceRetried _,
                    InvoiceCorrected _,
                    SummaryRequested _,
                    DeadlineNeared _,
                    InvoiceCommented _,
                    NoteAttached _,
                    NoteDetached _,
                    VoidRequested _,
                    VoidRefused _ -> {}
        }
    }

    private void release(InvoiceId invoice) {
        var _ =
                sql.sql("update invoice_order set live = false where invoice_id = ?")
                        .param(invoice.value())
                        .update();
        var _ =
                sql.sql("update invoice_payment set live = false where invoice_id = ?")
                        .param(invoice.value())
                        .update();
    }
}
