package pe.comanda.query.inventory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.query.shared.ManyRows;
import pe.comanda.query.shared.PerBatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Deductions that began within a batch. They are nearly all that there are, and most change no
 * more: so they are written once, by one statement, as they are when the batch commits.
 */
@Component
class FreshDeductions {
    private static final String RESOURCE = "fresh-deductions";

    private static final ManyRows<DeductionRow> INSERT =
            new ManyRows<>(
                    """
                    insert into stock_deduction (id, organization_id, branch_id, order_id, round, status, lines, missing,
                        reason, requested_at, changed_at, version)
                    select id, organization, branch, order_id, round, status, lines, missing,
                        reason, requested::timestamptz, changed::timestamptz, version
                    from rows
                    """,
                    ManyRows.text("id", DeductionRow::id),
                    ManyRows.text("organization", DeductionRow::organization),
                    ManyRows.text("branch", DeductionRow::branch),
                    ManyRows.text("order_id", DeductionRow::order),
                    ManyRows.bigint("round", row -> (long) row.round()),
                    ManyRows.text("status", row -> row.status().name()),
                    ManyRows.text("lines", DeductionRow::lines),
                    ManyRows.text("missing", DeductionRow::missing),
                    ManyRows.text("reason", DeductionRow::reason),
                    ManyRows.text("requested", row -> row.requestedAt().toString()),
                    ManyRows.text("changed", row -> row.changedAt().toString()),
                    ManyRows.bigint("version", DeductionRow::version));

    private final JdbcTemplate sql;

    FreshDeductions(JdbcTemplate sql) {
        this.sql = sql;
    }

    DeductionRow add(DeductionRow row) {
        var unused = batch().put(row.id(), row);
        return row;
    }

    Optional<DeductionRow> find(String id) {
        return Optional.ofNullable(batch().get(id));
    }

    void clear() {
        sql.update("delete from stock_deduction");
    }

    private Map<String, DeductionRow> batch() {
        return PerBatch.own(RESOURCE, LinkedHashMap::new, rows -> INSERT.write(rows.values(), sql));
    }
}
