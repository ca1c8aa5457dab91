package pe.comanda.query.books;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.payments.Payment;
import pe.comanda.query.shared.Tenant;

import java.sql.Timestamp;
import java.time.Instant;

/** Orders and payments in the books. Everything written twice is written once. */
@Component
class BookOrders {
    static final String OPEN = "OPEN";
    static final String COMPLETED = "COMPLETED";
    static final String CANCELLED = "CANCELLED";

    private final JdbcClient sql;

    BookOrders(JdbcClient sql) {
        this.sql = sql;
    }

    void place(OrderPlaced placed, Tenant tenant, String event) {
        var _ =
                sql.sql(
                                """
                                insert into book_order (order_id, organization_id, branch_id, number, business_day,
                                    status, total, events)
                                values (?, ?, ?, ?, ?, ?, ?, array[?]) on conflict do nothing
                                """)
                        .params(
                                placed.order().value(),
                                tenant.organization(),
                                tenant.branch(),
                                placed.number(),
                                placed.businessDay(),
                                OPEN,
                                placed.totals().total().value(),
                                event)
                        .update();
    }

    void costs(String order, Totals totals, String event) {
        var _ =
                sql.sql(
                                """
                                update book_order set total = ?, events = array_remove(events, ?::text) || ?::text
                                where order_id = ?
                                """)
                        .params(totals.total().value(), event, event, order)
                        .update();
    }

    /**
     * @param event empty where it is noted already
     */
    void ends(String order, String status, String event) {
        var _ =
                sql.sql(
                                """
                                update book_order set status = ?, events = case when ? = '' then events
                                    else array_remove(events, ?::text) || ?::text end
                                where order_id = ?
                                """)
                        .params(status, event, event, event, order)
                        .update();
    }

    /** The day of a payment is the one on the wall in Lima, as in the cash book. */
    void pay(String order, Payment payment, Tenant tenant, String event, Instant at) {
        var _ =
                sql.sql(
                                """
                                insert into book_payment (payment_id, organization_id, branch_id, order_id, method,
                                    amount, rounding, tip, at, day, voided, events)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, array[?]) on conflict do nothing
                                """)
                        .params(
                                payment.id().value(),
                                tenant.organization(),
                                tenant.branch(),
                                order,
                                payment.method().name(),
                                payment.amount().value(),
                                payment.rounding().value(),
                                payment.tip().value(),
                                Timestamp.from(at),
                                at.atZone(SubmissionDeadline.LIMA).toLocalDate(),
                                event)
                        .update();
    }

    void voidPayment(String payment, String event) {
        var _ =
                sql.sql(
                                """
                                update book_payment set voided = true,
                                    events = array_remove(events, ?::text) || ?::text
                                where payment_id = ?
                                """)
                        .params(event, event, payment)
                        .update();
    }

    void clear() {
        sql.sql("delete from book_payment").update();
        sql.sql("delete from book_order").update();
    }
}
