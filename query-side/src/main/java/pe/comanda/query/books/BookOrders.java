package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.payments.Payment;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.Tenant;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders and payments in the books. What a batch of events does to them is put together, and
 * written at its end by one statement of each kind; what is written twice stands once.
 */
@Component
class BookOrders {
    static final String OPEN = "OPEN";
    static final String COMPLETED = "COMPLETED";
    static final String CANCELLED = "CANCELLED";

    private static final int MOST = 200;
    private final JdbcTemplate sql;

    BookOrders(JdbcTemplate sql) {
        this.sql = sql;
    }

    private record Placed(OrderPlaced order, Tenant tenant, String event) {}

    private record Paid(String order, Payment payment, Tenant tenant, String event, Instant at) {}

    private record Voided(String payment, String event) {}

    /** What became of an order, and by which events. */
    private static final class Change {
        private final String order;
        private @Nullable BigDecimal total;
        private @Nullable String status;
        private final Set<String> events = new LinkedHashSet<>();

        Change(String order) {
            this.order = order;
        }
    }

    private static final class Batch {
        private final List<Placed> placed = new ArrayList<>();
        private final Map<String, Change> changes = new LinkedHashMap<>();
        private final List<Paid> paid = new ArrayList<>();
        private final List<Voided> voided = new ArrayList<>();

        Change change(String order) {
            return changes.computeIfAbsent(order, Change::new);
        }
    }

    private Batch batch() {
        return PerBatch.own("book-orders", Batch::new, this::write);
    }

    void place(OrderPlaced placed, Tenant tenant, String event) {
        batch().placed.add(new Placed(placed, tenant, event));
    }

    void costs(String order, Totals totals, String event) {
        var change = batch().change(order);
        change.total = totals.total().value();
        change.events.add(event);
    }

    void ends(String order, String status, String event) {
        var change = batch().change(order);
        change.status = status;
        change.events.add(event);
    }

    void pay(String order, Payment payment, Tenant tenant, String event, Instant at) {
        batch().paid.add(new Paid(order, payment, tenant, event, at));
    }

    void voidPayment(String payment, String event) {
        batch().voided.add(new Voided(payment, event));
    }

    void clear() {
        sql.update("delete from book_payment");
        sql.update("delete from book_order");
    }

    /** What begins comes before what becomes of it. */
    private void write(Batch batch) {
        insertOrders(batch.placed);
        updateOrders(List.copyOf(batch.changes.values()));
        insertPayments(batch.paid);
        voidPayments(batch.voided);
    }

    private void insertOrders(List<Placed> placed) {
        sql.batchUpdate(
                """
                insert into book_order (order_id, organization_id, branch_id, number, business_day,
                    status, total, events)
                values (?, ?, ?, ?, ?, ?, ?, array[?]) on conflict do nothing
                """,
                placed,
                MOST,
                (statement, it) -> {
                    var order = it.order();
                    statement.setString(1, order.order().value());
                    statement.setString(2, it.tenant().organization());
                    statement.setString(3, it.tenant().branch());
                    statement.setInt(4, order.number());
                    statement.setObject(5, order.businessDay());
                    statement.setString(6, OPEN);
                    statement.setBigDecimal(7, order.totals().total().value());
                    statement.setString(8, it.event());
                });
    }

    private void updateOrders(List<Change> changes) {
        sql.batchUpdate(
                """
                update book_order set total = coalesce(?, total), status = coalesce(?, status),
                    events = events || array(select e from unnest(?) e where e <> all (events))
                where order_id = ?
                """,
                changes,
                MOST,
                (statement, change) -> {
                    statement.setBigDecimal(1, change.total);
                    statement.setString(2, change.status);
                    statement.setArray(
                            3,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", change.events.toArray()));
                    statement.setString(4, change.order);
                });
    }

    /** The day of a payment is the one on the wall in Lima, as in the cash book. */
    private void insertPayments(List<Paid> paid) {
        sql.batchUpdate(
                """
                insert into book_payment (payment_id, organization_id, branch_id, order_id, method,
                    amount, rounding, tip, at, day, voided, events)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, array[?]) on conflict do nothing
                """,
                paid,
                MOST,
                (statement, it) -> {
                    var payment = it.payment();
                    statement.setString(1, payment.id().value());
                    statement.setString(2, it.tenant().organization());
                    statement.setString(3, it.tenant().branch());
                    statement.setString(4, it.order());
                    statement.setString(5, payment.method().name());
                    statement.setBigDecimal(6, payment.amount().value());
                    statement.setBigDecimal(7, payment.rounding().value());
                    statement.setBigDecimal(8, payment.tip().value());
                    statement.setTimestamp(9, Timestamp.from(it.at()));
                    statement.setObject(10, it.at().atZone(SubmissionDeadline.LIMA).toLocalDate());
                    statement.setString(11, it.event());
                });
    }

    private void voidPayments(List<Voided> voided) {
        sql.batchUpdate(
                """
                update book_payment set voided = true,
                    events = array_remove(events, ?::text) || ?::text
                where payment_id = ?
                """,
                voided,
                MOST,
                (statement, it) -> {
                    statement.setString(1, it.event());
                    statement.setString(2, it.event());
                    statement.setString(3, it.payment());
                });
    }
}
