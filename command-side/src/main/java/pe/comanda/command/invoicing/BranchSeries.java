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
    private final JdbcClient sql;

    BranchSeries(JdbcClient sql) {
        this.sql = sql;
    }

    /** The series of a till; the branch's own where the till is empty. */
    Series of(Owner owner, String till, DocumentType type) {
        return of(owner, till, new Run(type, type == DocumentType.FACTURA ? "F" : "B"));
    }

    /** The series of a till for notes on documents of this other series. */
    Series ofNotes(Owner owner, String till, DocumentType type, Series changed) {
        return of(owner, till, new Run(type, letterOf(changed)));
    }

    /** What is counted apart: a kind of document, and for notes what they change. */
    private record Run(DocumentType type, String letter) {
        /** {@code F001}, {@code B001}; of notes {@code FC01}, {@code BD01}. */
        Series named(int position) {
            return new Series(
                    switch (type) {
                        case FACTURA, BOLETA -> letter + "%03d".formatted(position);
                        case CREDIT_NOTE -> letter + "C%02d".formatted(position);
                        case DEBIT_NOTE -> letter + "D%02d".formatted(position);
                    });
        }

        int most() {
            return type.isNote() ? 99 : 999;
        }
    }

    private Series of(Owner owner, String till, Run run) {
        return find(owner, till, run).orElseGet(() -> assign(owner, till, run));
    }

    /** Another series in place of what the till had; refuses one that another till has. */
    void reassign(Owner owner, String till, DocumentType type, Series series) {
        var _ =
                sql.sql(
                                """
                                delete from invoice_series
                                where branch_id = ? and till = ? and type = ? and letter = ?
                                """)
                        .params(owner.mustHaveBranch(), till, type.code(), letterOf(series))
                        .update();
        SERIES_IN_USE.require(insert(owner, till, type, series) == 1, "series", series);
    }

    private Optional<Series> find(Owner owner, String till, Run run) {
        return sql.sql(
                        """
                        select series from invoice_series
                        where branch_id = ? and till = ? and type = ? and letter = ?
                        """)
                .params(owner.mustHaveBranch(), till, run.type().code(), run.letter())
                .query(String.class)
                .optional()
                .map(Series::new);
    }

    private Series assign(Owner owner, String till, Run run) {
        // One till at a time chooses: two that look at once would see the same series free.
        var _ =
                sql.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 7))")
                        .param(owner.organization() + run.type().code())
                        .query(Boolean.class)
                        .single();
        return find(owner, till, run).orElseGet(() -> take(owner, till, run));
    }

    private Series take(Owner owner, String till, Run run) {
        var series = nextFree(owner, run);
        int taken = insert(owner, till, run.type(), series);
        if (taken != 1) {
            throw new IllegalStateException("Somebody else took " + series);
        }
        return series;
    }

    private int insert(Owner owner, String till, DocumentType type, Series series) {
        return sql.sql(
                        """
                        insert into invoice_series (organization_id, branch_id, till, type, letter, series)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        owner.organization(),
                        owner.mustHaveBranch(),
                        till,
                        type.code(),
                        letterOf(series),
                        series.value())
                .update();
    }

    private Series nextFree(Owner owner, Run run) {
        var used =
                new HashSet<>(
                        sql.sql(
                                        "select series from invoice_series where organization_id = ? and type = ?")
                                .params(owner.organization(), run.type().code())
                                .query(String.class)
                                .list());
        for (int i = 1; i <= run.most(); i++) {
            var series = run.named(i);
            if (!used.contains(series.value())) {
                return series;
            }
        }
        throw new IllegalStateException("No series is free in " + owner.organization());
    }

    private static String letterOf(Series series) {
        return series.value().substring(0, 1);
    }
}
