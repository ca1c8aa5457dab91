package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.SERIES_IN_USE;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.Series;

import java.util.HashSet;
import java.util.Optional;

/**
 * Which run of numbers each branch and till uses. SUNAT counts per taxpayer, so no two tills of an
 * organization share a series: a till that has none gets the next that is free.
 */
@Component
class BranchSeries {
    private static final int MOST = 999;

    private final JdbcClient sql;

    BranchSeries(JdbcClient sql) {
        this.sql = sql;
    }

    /** The series of a till; the branch's own where the till is empty. */
    Series of(Owner owner, String till, DocumentType type) {
        return find(owner, till, type).orElseGet(() -> assign(owner, till, type));
    }

    /** Another series in place of what the till had; refuses one that another till has. */
    void reassign(Owner owner, String till, DocumentType type, Series series) {
        var _ =
                sql.sql("delete from invoice_series where branch_id = ? and till = ? and type = ?")
                        .params(owner.mustHaveBranch(), till, type.code())
                        .update();
        SERIES_IN_USE.require(insert(owner, till, type, series) == 1, "series", series);
    }

    private Optional<Series> find(Owner owner, String till, DocumentType type) {
        return sql.sql(
                        """
                        select series from invoice_series
                        where branch_id = ? and till = ? and type = ?
                        """)
                .params(owner.mustHaveBranch(), till, type.code())
                .query(String.class)
                .optional()
                .map(Series::new);
    }

    private Series assign(Owner owner, String till, DocumentType type) {
        // One till at a time chooses: two that look at once would see the same series free.
        var _ =
                sql.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 7))")
                        .param(owner.organization() + type.code())
                        .query(Boolean.class)
                        .single();
        return find(owner, till, type).orElseGet(() -> take(owner, till, type));
    }

    private Series take(Owner owner, String till, DocumentType type) {
        var series = nextFree(owner, type);
        int taken = insert(owner, till, type, series);
        if (taken != 1) {
            throw new IllegalStateException("Somebody else took " + series);
        }
        return series;
    }

    private int insert(Owner owner, String till, DocumentType type, Series series) {
        return sql.sql(
                        """
                        insert into invoice_series (organization_id, branch_id, till, type, series)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        owner.organization(),
                        owner.mustHaveBranch(),
                        till,
                        type.code(),
                        series.value())
                .update();
    }

    private Series nextFree(Owner owner, DocumentType type) {
        var used =
                new HashSet<>(
                        sql.sql(
                                        "select series from invoice_series where organization_id = ? and type = ?")
                                .params(owner.organization(), type.code())
                                .query(String.class)
                                .list());
        var letter = type == DocumentType.FACTURA ? "F" : "B";
        for (int i = 1; i <= MOST; i++) {
            var series = letter + "%03d".formatted(i);
            if (!used.contains(series)) {
                return new Series(series);
            }
        }
        throw new IllegalStateException("No series is free in " + owner.organization());
    }
}
