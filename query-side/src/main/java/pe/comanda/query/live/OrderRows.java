package pe.comanda.query.live;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderStatus;
import pe.comanda.domain.ordering.OrderView;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.query.shared.ManyRows;
import pe.comanda.query.shared.ManyRows.Column;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The table of orders: one row an order, its view as JSON beside the columns that lists are
 * filtered by.
 */
@Component
class OrderRows {
    private static final ManyRows<Rendered> UPSERT =
            new ManyRows<>(
                    """
                    insert into order_view (id, organization_id, branch_id, status, session_id, number, business_day,
                        placed_at, changed_at, version, body)
                    select id, organization, branch, status, session, number, day::date,
                        placed::timestamptz, changed::timestamptz, version, convert_from(body, 'UTF8')
                    from rows
                    on conflict (id) do update set status = excluded.status, changed_at = excluded.changed_at,
                        version = excluded.version, body = excluded.body
                    """,
                    text("id", OrderView::id),
                    text("organization", OrderView::organization),
                    text("branch", OrderView::branch),
                    text("status", order -> order.status().name()),
                    text("session", OrderView::session),
                    ManyRows.bigint("number", order -> (long) order.view().number()),
                    text("day", order -> order.businessDay().toString()),
                    text("placed", order -> order.placedAt().toString()),
                    text("changed", order -> order.changedAt().toString()),
                    ManyRows.bigint("version", order -> order.view().version()),
                    ManyRows.utf8("body", Rendered::utf8));

    private final JdbcTemplate sql;
    private final JsonMapper json;

    OrderRows(JdbcTemplate sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<OrderView> find(String order) {
        return sql
                .query(
                        "select body from order_view where id = ?",
                        (row, _) -> read(row.getString(1)),
                        order)
                .stream()
                .findFirst();
    }

    /** Newest first. The cursor is the placing instant and id of the last one seen. */
    List<OrderView> list(
            String branch, @Nullable OrderStatus status, @Nullable Cursor after, int limit) {
        return sql.query(
                """
                select body from order_view
                where branch_id = ? and (?::text is null or status = ?)
                  and (?::timestamptz is null or (placed_at, id) < (?, ?))
                order by placed_at desc, id desc limit ?
                """,
                (row, _) -> read(row.getString(1)),
                branch,
                status == null ? null : status.name(),
                status == null ? null : status.name(),
                after == null ? null : Timestamp.from(after.at()),
                after == null ? null : Timestamp.from(after.at()),
                after == null ? "" : after.id(),
                limit);
    }

    /** The order, where it is of the caller's organization and of a branch within reach. */
    Optional<OrderView> find(OrderId order, Caller caller) {
        return find(order.value())
                .filter(view -> view.organization().equals(caller.organization()))
                .filter(view -> caller.reachesBranch(view.branch()));
    }

    /** Rendered, oldest first. */
    List<String> open(String branch, @Nullable String session) {
        return sql.queryForList(
                """
                select body from order_view
                where branch_id = ? and status in ('PENDING', 'CONFIRMED', 'PREPARING', 'READY', 'SERVED')
                  and (?::text is null or session_id = ?)
                order by placed_at, id
                """,
                String.class,
                branch,
                session,
                session);
    }

    /** The same, of one table. */
    List<String> openAt(String branch, String table) {
        return sql.queryForList(
                """
                select body from order_view
                where branch_id = ? and status in ('PENDING', 'CONFIRMED', 'PREPARING', 'READY', 'SERVED')
                  and session_id is not null and body::json ->> 'table' = ?
                order by placed_at, id
                """,
                String.class,
                branch,
                table);
    }

    /** An order, and the JSON of it that is stored and told. */
    record Rendered(OrderView view, String body) {
        byte[] utf8() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Column<Rendered, String> text(
            String name, Function<OrderView, @Nullable String> of) {
        return ManyRows.text(name, rendered -> of.apply(rendered.view()));
    }

    Rendered render(OrderView view) {
        return new Rendered(view, json.writeValueAsString(view));
    }

    void upsert(Collection<Rendered> orders) {
        UPSERT.write(orders, sql);
    }

    void clear() {
        sql.update("delete from order_view");
    }

    private OrderView read(String body) {
        return json.readValue(body, OrderView.class);
    }
}
