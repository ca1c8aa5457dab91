package pe.comanda.query.inventory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.inventory.MovementView;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.query.shared.ManyRows;
import pe.comanda.query.shared.ManyRows.Column;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.Tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Every movement of every item. Eight ingredients an order make this the fullest table there is, so
 * a batch is written by one statement and never read back.
 */
@Component
class Movements {
    private static final String RESOURCE = "stock-movements";
    private static final ManyRows<Movement> INSERT =
            new ManyRows<>(
                    """
                    insert into stock_movement (organization_id, branch_id, item_id, kind, change,
                        quantity, balance, cost, order_id, note, actor, at)
                    select organization, branch, item, kind, change::numeric,
                        quantity::numeric, balance::numeric, cost::numeric, order_id, note, actor, at::timestamptz
                    from rows
                    order by place
                    """,
                    ManyRows.text("organization", movement -> movement.tenant().organization()),
                    ManyRows.text("branch", movement -> movement.tenant().branch()),
                    ManyRows.text("item", Movement::item),
                    text("kind", view -> view.kind().name()),
                    text("change", view -> view.change().value().toPlainString()),
                    text("quantity", view -> view.quantity().value().toPlainString()),
                    text("balance", view -> view.balance().value().toPlainString()),
                    text("cost", Movements::amount),
                    text("order_id", MovementView::order),
                    text("note", MovementView::note),
                    text("actor", MovementView::actor),
                    text("at", view -> view.at().toString()));

    private final JdbcTemplate sql;

    Movements(JdbcTemplate sql) {
        this.sql = sql;
    }

    record Movement(Tenant tenant, String item, MovementView view) {}

    /**
     * @param arrival its place among all movements: newest first is highest first
     */
    record Arrived(long arrival, MovementView view) {}

    private static Column<Movement, String> text(
            String name, Function<MovementView, @Nullable String> of) {
        return ManyRows.text(name, movement -> of.apply(movement.view()));
    }

    private static @Nullable String amount(MovementView view) {
        var cost = view.cost();
        return cost == null ? null : cost.amount().toPlainString();
    }

    void add(Movement movement) {
        List<Movement> batch = PerBatch.own(RESOURCE, ArrayList::new, this::write);
        batch.add(movement);
    }

    void clear() {
        sql.update("delete from stock_movement");
    }

    /** Newest first, from before the given place. */
    List<Arrived> before(Tenant tenant, String item, long arrival, int limit) {
        return sql.query(
                """
                select arrival, kind, change, quantity, balance, cost, order_id, note, actor, at
                from stock_movement
                where organization_id = ? and branch_id = ? and item_id = ? and arrival < ?
                order by arrival desc limit ?
                """,
                (row, _) ->
                        new Arrived(
                                row.getLong("arrival"),
                                new MovementView(
                                        MovementView.Kind.valueOf(row.getString("kind")),
                                        new Quantity(row.getBigDecimal("change")),
                                        new Quantity(row.getBigDecimal("quantity")),
                                        new Quantity(row.getBigDecimal("balance")),
                                        cost(row.getString("cost")),
                                        row.getString("order_id"),
                                        row.getString("note"),
                                        row.getString("actor"),
                                        row.getTimestamp("at").toInstant())),
                tenant.organization(),
                tenant.branch(),
                item,
                arrival,
                limit);
    }

    private static @Nullable UnitCost cost(@Nullable String text) {
        return text == null ? null : new UnitCost(text);
    }

    private void write(List<Movement> batch) {
        INSERT.write(batch, sql);
    }
}
