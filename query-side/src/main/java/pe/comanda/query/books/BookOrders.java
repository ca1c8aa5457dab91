package pe.comanda.query.books;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.payments.Payment;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.Tenant;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Orders and payments in the books. Everything written twice is written once. */
@Component
class BookOrders {
    static final String OPEN = "OPEN";
    static final String COMPLETED = "COMPLETED";
    static final String CANCELLED = "CANCELLED";

    private static final String PLACED = "book-orders-placed";

    private final JdbcClient sql;
    private final JdbcTemplate template;

    BookOrders(JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.template = template;
    }

    private record Placed(OrderPlaced order, Tenant tenant, String event) {}

    /** Written with the others of its batch, at the latest before anything else of the batch. */
    void place(OrderPlaced placed, Tenant tenant, String event) {
        waiting().add(new Placed(placed, tenant, event));
    }

    private List<Placed> waiting() {
        return PerBatch.own(PLACED, ArrayList::new, this::write);
    }

    private void write(List<Placed> batch) {
        if (batch.isEmpty()) {
            return;
        }
        template.batchUpdate(
                """
                insert into book_order (order_id, organization_id, branch_id, number, business_day,
                    status, total, events)
                values (?, ?, ?, ?, ?, ?, ?, array[?]) on conflict do nothing
                """,
                batch,
                200,
                (statement, placed) -> {
                    var order = placed.order();
                    statement.setString(1, order.order().value());
                    statement.setString(2, placed.tenant().organization());
                    statement.setString(3, placed.tenant().branch());
                    statement.setInt(4, order.number());
                    statement.setObject(5, order.businessDay());
                    statement.setString(6, OPEN);
                    statement.setBigDecimal(7, order.totals().total().value());
                    statement.setString(8, placed.event());
                });
        batch.clear();
    }

    void costs(String order, Totals totals, String event) {
        write(waiting());
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
        write(waiting());
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
