package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.SummaryRequested;
import pe.comanda.domain.invoicing.InvoiceEvent.VoidRequested;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryLine;
import pe.comanda.domain.invoicing.SummaryLine.Condition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Documents that wait for a file. Written in the transaction of the wish itself, so none is ever
 * forgotten; a document waits once at most.
 */
@Component
class SummaryWishes {
    /** SUNAT takes 500 lines; fewer are held up where one of them is refused. */
    private static final int MOST_LINES = 100;

    private final JdbcClient sql;
    private final SummaryPlans plans;

    SummaryWishes(JdbcClient sql, SummaryPlans plans) {
        this.sql = sql;
        this.plans = plans;
    }

    /** Keeps the wish that an event tells of. */
    void follow(InvoiceEvent event, Owner owner) {
        if (event instanceof VoidRequested wish) {
            want(
                    new SummaryLine(wish.invoice(), wish.document(), Condition.VOID, wish.reason()),
                    wish.issueDate(),
                    owner);
        }
        if (event instanceof SummaryRequested wish) {
            want(
                    new SummaryLine(wish.invoice(), wish.document(), Condition.ADD, ""),
                    wish.issueDate(),
                    owner);
        }
    }

    private void want(SummaryLine line, LocalDate issueDate, Owner owner) {
        var key = line.document();
        var kind = SummaryKind.of(key.number().series());
        var _ =
                sql.sql(
                                """
                                insert into summary_wish (invoice_id, organization_id, branch_id, kind, reference_date,
                                    ruc, type, series, number, condition, reason, alone)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
                                on conflict (invoice_id) do update set condition = excluded.condition,
                                    reason = excluded.reason, alone = false, summary_id = null, wished_at = now()
                                """)
                        .params(
                                line.invoice().value(),
                                owner.organization(),
                                owner.mustHaveBranch(),
                                kind.name(),
                                issueDate,
                                key.ruc().value(),
                                key.type().code(),
                                key.number().series().value(),
                                key.number().number(),
                                line.condition().name(),
                                line.reason())
                        .update();
        plans.collect(owner.organization(), kind, issueDate);
    }

    /**
     * What waits, at most as much as one file takes. What was in a refused file goes alone, so that
     * one bad document holds up no other.
     */
    List<SummaryLine> waiting(String organization, SummaryKind kind, LocalDate referenceDate) {
        var alone = take(organization, kind, referenceDate, true, 1);
        return alone.isEmpty() ? take(organization, kind, referenceDate, false, MOST_LINES) : alone;
    }

    boolean anyWaits(String organization, SummaryKind kind, LocalDate referenceDate) {
        return sql.sql(
                        """
                        select exists (select from summary_wish
                            where organization_id = ? and kind = ? and reference_date = ?
                              and summary_id is null)
                        """)
                .params(organization, kind.name(), referenceDate)
                .query(Boolean.class)
                .single();
    }

    private List<SummaryLine> take(
            String organization,
            SummaryKind kind,
            LocalDate referenceDate,
            boolean alone,
            int most) {
        return sql.sql(
                        """
                        select invoice_id, ruc, type, series, number, condition, reason from summary_wish
                        where organization_id = ? and kind = ? and reference_date = ? and alone = ?
                          and summary_id is null
                        order by wished_at, invoice_id limit ? for update skip locked
                        """)
                .params(organization, kind.name(), referenceDate, alone, most)
                .query((row, _) -> line(row))
                .list();
    }

    void assign(SummaryId summary, List<SummaryLine> lines) {
        for (var line : lines) {
            var _ =
                    sql.sql("update summary_wish set summary_id = ? where invoice_id = ?")
                            .params(summary.value(), line.invoice().value())
                            .update();
        }
    }

    /** The document was in a file with others that was refused: it is tried by itself. */
    void tryAlone(
            SummaryId refused, SummaryLine line, String organization, LocalDate referenceDate) {
        var _ =
                sql.sql(
                                """
                                update summary_wish set summary_id = null, alone = true
                                where invoice_id = ? and summary_id = ?
                                """)
                        .params(line.invoice().value(), refused.value())
                        .update();
        plans.collect(
                organization, SummaryKind.of(line.document().number().series()), referenceDate);
    }

    void done(SummaryId summary, InvoiceId invoice) {
        var _ =
                sql.sql("delete from summary_wish where invoice_id = ? and summary_id = ?")
                        .params(invoice.value(), summary.value())
                        .update();
    }

    private static SummaryLine line(ResultSet row) throws SQLException {
        return new SummaryLine(
                new InvoiceId(row.getString("invoice_id")),
                new DocumentKey(
                        new Ruc(row.getString("ruc")),
                        DocumentType.withCode(row.getString("type")),
                        DocumentNumber.of(row.getString("series"), row.getInt("number"))),
                Condition.valueOf(row.getString("condition")),
                row.getString("reason"));
    }
}
