package pe.comanda.query.invoicing;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.InvoiceQuery.*;
import pe.comanda.domain.shared.Money;

import java.sql.Timestamp;
import java.time.Clock;

/**
 * Tells how an organization issues, straight from the tables that hold it: they are written with
 * the facts, so nothing has to catch up.
 */
@Component
class FiscalSettingsAnswers {
    private final JdbcClient sql;
    private final Advices advices;
    private final Clock clock;

    FiscalSettingsAnswers(JdbcClient sql, Advices advices, Clock clock) {
        this.sql = sql;
        this.advices = advices;
        this.clock = clock;
    }

    @QueryHandler
    FiscalSettingsView answer(ShowFiscalSettings query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var organization = caller.organization();
        var now = clock.instant();
        var series =
                sql
                        .sql(
                                """
                                select branch_id, till, type, series from invoice_series
                                where organization_id = ? order by branch_id, till, type
                                """)
                        .param(organization)
                        .query(
                                (row, _) ->
                                        new SeriesView(
                                                row.getString(1),
                                                row.getString(2),
                                                DocumentType.withCode(row.getString(3)),
                                                row.getString(4)))
                        .list()
                        .stream()
                        .filter(it -> caller.reachesBranch(it.branch()))
                        .toList();
        var certificate =
                sql.sql(
                                """
                                select subject, serial, valid_from, valid_until, self_signed
                                from fiscal_certificate where organization_id = ?
                                """)
                        .param(organization)
                        .query(
                                (row, _) -> {
                                    var until = row.getTimestamp(4).toInstant();
                                    return new CertificateView(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getTimestamp(3).toInstant(),
                                            until,
                                            row.getBoolean(5),
                                            IssuerWarnings.certificate(until, now).isPresent());
                                })
                        .optional();
        var user =
                sql.sql("select sol_user from sol_account where organization_id = ?")
                        .param(organization)
                        .query(String.class)
                        .optional();
        var pause =
                sql.sql(
                                """
                                select code, text, until from issuer_pause
                                where organization_id = ? and until > ?
                                """)
                        .params(organization, Timestamp.from(now))
                        .query(
                                (row, _) ->
                                        new PauseView(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getTimestamp(3).toInstant(),
                                                advices.onIssuer(row.getString(1))))
                        .optional();
        var fourEyes =
                sql.sql("select above from four_eyes where organization_id = ?")
                        .param(organization)
                        .query((row, _) -> new Money(row.getBigDecimal(1)))
                        .optional();
        return new FiscalSettingsView(
                series,
                certificate.orElse(null),
                user.orElse(null),
                pause.orElse(null),
                fourEyes.orElse(null));
    }
}
