package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.shared.Money;
import pe.comanda.query.shared.ManyRows;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.Tenant;

import java.math.BigDecimal;
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

    private static final ManyRows<Placed> ORDERS =
            new ManyRows<>(
                    """
                    insert into book_order (order_id, organization_id, branch_id, number, business_day, status, total,
                        events)
                    select order_id, organization, branch, number, day::date, status, total::numeric,
                        string_to_array(events, ',')
                    from rows on conflict do nothing
                    """,
                    ManyRows.text("order_id", placed -> placed.order().order().value()),
                    ManyRows.text("organization", placed -> placed.tenant().organization()),
                    ManyRows.text("branch", placed -> placed.tenant().branch()),
                    ManyRows.bigint("number", placed -> (long) placed.order().number()),
                    ManyRows.text("day", placed -> placed.order().businessDay().toString()),
                    ManyRows.text("status", placed -> placed.now().status),
                    ManyRows.text("total", placed -> placed.now().total()),
                    ManyRows.text("events", placed -> String.join(",", placed.now().events)));

    /** The day of a payment is the one on the wall in Lima, as in the cash book. */
    private static final ManyRows<Paid> PAYMENTS =
            new ManyRows<>(
                    """
                    insert into book_payment (payment_id, organization_id, branch_id, order_id, method, amount, rounding,
                        tip, at, day, voided, events)
                    select payment, organization, branch, order_id, method, amount::numeric, rounding::numeric,
                        tip::numeric, at::timestamptz, day::date, false, array[event]
                    from rows on conflict do nothing
                    """,
                    ManyRows.text("payment", paid -> paid.payment().id().value()),
                    ManyRows.text("organization", paid -> paid.tenant().organization()),
                    ManyRows.text("branch", paid -> paid.tenant().branch()),
                    ManyRows.text("order_id", Paid::order),
                    ManyRows.text("method", paid -> paid.payment().method().name()),
                    ManyRows.text("amount", paid -> plain(paid.payment().amount())),
                    ManyRows.text("rounding", paid -> plain(paid.payment().rounding())),
                    ManyRows.text("tip", paid -> plain(paid.payment().tip())),
                    ManyRows.text("at", paid -> paid.at().toString()),
                    ManyRows.text(
                            "day",
                            paid ->
                                    paid.at()
                                            .atZone(SubmissionDeadline.LIMA)
                                            .toLocalDate()
                                            .toString()),
                    ManyRows.text("event", Paid::event));

    private final JdbcTemplate sql;

    BookOrders(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * @param now what it has become within the batch
     */
    private record Placed(OrderPlaced order, Tenant tenant, Change now) {}

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

        @Nullable String total() {
            return total == null ? null : total.toPlainString();
        }
    }

    private static final class Batch {
        private final Map<String, Placed> placed = new LinkedHashMap<>();
        private final Map<String, Change> changes = new LinkedHashMap<>();
        private final List<Paid> paid = new ArrayList<>();
        private final List<Voided> voided = new ArrayList<>();

        Change change(String order) {
            var begun = placed.get(order);
            return begun == null ? changes.computeIfAbsent(order, Change::new) : begun.now();
        }
    }

    private Batch batch() {
        return PerBatch.own("book-orders", Batch::new, this::write);
    }

    void place(OrderPlaced placed, Tenant tenant, String event) {
        String order = placed.order().value();
        var now = new Change(order);
        now.status = OPEN;
        now.total = placed.totals().total().value();
        now.events.add(event);
        var unused = batch().placed.putIfAbsent(order, new Placed(placed, tenant, now));
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
        ORDERS.write(batch.placed.values(), sql);
        updateOrders(List.copyOf(batch.changes.values()));
        PAYMENTS.write(batch.paid, sql);
        voidPayments(batch.voided);
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

    private static String plain(Money amount) {
        return amount.value().toPlainString();
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
