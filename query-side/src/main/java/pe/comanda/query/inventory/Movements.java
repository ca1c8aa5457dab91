package pe.comanda.query.inventory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.inventory.MovementView;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.Tenant;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * Every movement of every item. Eight ingredients an order make this the fullest table there is, so
 * a batch is written by one statement and never read back.
 */
@Component
class Movements {
    private static final String RESOURCE = "stock-movements";
    private final JdbcTemplate sql;

    Movements(JdbcTemplate sql) {
        this.sql = sql;
    }

    record Movement(Tenant tenant, String item, MovementView view) {}

    /**
     * @param arrival its place among all movements: newest first is highest first
     */
    record Arrived(long arrival, MovementView view) {}

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
        sql.batchUpdate(
                """
                insert into stock_movement (organization_id, branch_id, item_id, kind, change, quantity,
                    balance, cost, order_id, note, actor, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                batch,
                500,
                (statement, movement) -> {
                    var view = movement.view();
                    statement.setString(1, movement.tenant().organization());
                    statement.setString(2, movement.tenant().branch());
                    statement.setString(3, movement.item());
                    statement.setString(4, view.kind().name());
                    statement.setBigDecimal(5, view.change().value());
                    statement.setBigDecimal(6, view.quantity().value());
                    statement.setBigDecimal(7, view.balance().value());
                    var cost = view.cost();
                    statement.setBigDecimal(8, cost == null ? null : cost.amount());
                    statement.setString(9, view.order());
                    statement.setString(10, view.note());
                    statement.setString(11, view.actor());
                    statement.setTimestamp(12, Timestamp.from(view.at()));
                });
    }
}
