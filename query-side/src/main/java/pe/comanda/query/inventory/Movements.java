package pe.comanda.query.inventory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.inventory.MovementView;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.PositionCursor;
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

    record Movement(Tenant tenant, String item, Place place, MovementView view) {}

    /**
     * Newest first is highest first.
     *
     * @param position of the event in the log; @param part of what that event tells, from 0
     */
    record Place(long position, int part) {
        private static final Place END = new Place(Long.MAX_VALUE, 0);

        /** As {@link #text} gave it; where the newest stands for the empty text. */
        static Place of(String cursor) {
            if (cursor.isEmpty()) {
                return END;
            }
            int cut = cursor.indexOf('.');
            try {
                return new Place(
                        PositionCursor.of(cursor.substring(0, Math.max(cut, 0))),
                        Integer.parseInt(cursor.substring(cut + 1)));
            } catch (NumberFormatException _) {
                throw PositionCursor.malformed();
            }
        }

        String text() {
            return PositionCursor.text(position) + "." + part;
        }
    }

    void add(Movement movement) {
        List<Movement> batch = PerBatch.own(RESOURCE, ArrayList::new, this::write);
        batch.add(movement);
    }

    void clear() {
        sql.update("delete from stock_movement");
    }

    /** Newest first, from before the given place. */
    List<Movement> before(Tenant tenant, String item, Place end, int limit) {
        return sql.query(
                """
                select position, part, kind, change, quantity, balance, cost, order_id, note, actor, at
                from stock_movement
                where organization_id = ? and branch_id = ? and item_id = ? and (position, part) < (?, ?)
                order by position desc, part desc limit ?
                """,
                (row, _) ->
                        new Movement(
                                tenant,
                                item,
                                new Place(row.getLong("position"), row.getInt("part")),
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
                end.position(),
                end.part(),
                limit);
    }

    private static @Nullable UnitCost cost(@Nullable String text) {
        return text == null ? null : new UnitCost(text);
    }

    private void write(List<Movement> batch) {
        sql.batchUpdate(
                """
                insert into stock_movement (organization_id, branch_id, item_id, position, part, kind,
                    change, quantity, balance, cost, order_id, note, actor, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                batch,
                500,
                (statement, movement) -> {
                    var view = movement.view();
                    statement.setString(1, movement.tenant().organization());
                    statement.setString(2, movement.tenant().branch());
                    statement.setString(3, movement.item());
                    statement.setLong(4, movement.place().position());
                    statement.setInt(5, movement.place().part());
                    statement.setString(6, view.kind().name());
                    statement.setBigDecimal(7, view.change().value());
                    statement.setBigDecimal(8, view.quantity().value());
                    statement.setBigDecimal(9, view.balance().value());
                    var cost = view.cost();
                    statement.setBigDecimal(10, cost == null ? null : cost.amount());
                    statement.setString(11, view.order());
                    statement.setString(12, view.note());
                    statement.setString(13, view.actor());
                    statement.setTimestamp(14, Timestamp.from(view.at()));
                });
    }
}
