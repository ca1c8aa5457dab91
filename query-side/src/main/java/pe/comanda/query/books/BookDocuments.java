package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceCorrected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.query.shared.Tenant;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;

/** Documents in the books. */
@Component
class BookDocuments {
    private final JdbcClient sql;

    BookDocuments(JdbcClient sql) {
        this.sql = sql;
    }

    void issue(InvoiceIssued issued, Tenant tenant, String event) {
        var totals = issued.totals();
        var corrected = issued.correction();
        var _ =
                sql.sql(
                                """
                                insert into book_document (invoice_id, organization_id, branch_id, order_id, ruc, legal_name, type,
                                    series, number, issued_at, issue_date, due_date, currency, rate, buyer_type, buyer,
                                    taxed, exonerated, not_subject, free, igv, icbper, allowances, charges, rounding,
                                    payable, corrected_type, corrected_series, corrected_number, correction, replaces,
                                    status, events)
                                values (:id, :organization, :branch, :order, :ruc, :name, :type,
                                    :series, :number, :at, :date, :due, :currency, :rate, :buyerType, :buyer,
                                    :taxed, :exonerated, :notSubject, :free, :igv, :icbper, :allowances, :charges,
                                    :rounding, :payable, :correctedType, :correctedSeries, :correctedNumber,
                                    :correction, :replaces, 'OPEN', array[:event])
                                on conflict do nothing
                                """)
                        .param("id", issued.invoice().value())
                        .param("organization", tenant.organization())
                        .param("branch", tenant.branch())
                        .param("order", issued.order().value())
                        .param("ruc", issued.issuer().ruc().value())
                        .param("name", issued.issuer().legalName())
                        .param("type", issued.type().code())
                        .param("series", issued.series().value())
                        .param("number", issued.number())
                        .param("at", Timestamp.from(issued.at()))
                        .param("date", issued.issuedAt().toLocalDate())
                        .param("due", lastInstalment(issued.payment()))
                        .param("currency", issued.currency())
                        .param("rate", issued.rate())
                        .param("buyerType", issued.buyerType().name())
                        .param("buyer", issued.buyer().value())
                        .param("taxed", totals.taxed().value())
                        .param("exonerated", totals.exonerated().value())
                        .param("notSubject", totals.notSubject().value())
                        .param("free", totals.free().value())
                        .param("igv", totals.igv().value())
                        .param("icbper", totals.icbper().value())
                        .param("allowances", totals.allowances().value())
                        .param("charges", totals.charges().value())
                        .param("rounding", totals.rounding().value())
                        .param("payable", totals.payable().value())
                        .param("correctedType", corrected == null ? null : corrected.type().code())
                        .param(
                                "correctedSeries",
                                corrected == null ? null : corrected.number().series().value())
                        .param(
                                "correctedNumber",
                                corrected == null ? null : corrected.number().number())
                        .param("correction", corrected == null ? "" : corrected.reason())
                        .param(
                                "replaces",
                                issued.replaces() == null ? null : issued.replaces().value())
                        .param("event", event)
                        .update();
    }

    private static @Nullable LocalDate lastInstalment(PaymentTerms terms) {
        return terms.instalments().stream()
                .map(PaymentTerms.Instalment::due)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    void correct(InvoiceCorrected correction, String event) {
        var _ =
                sql.sql(
                                """
                                update book_document set legal_name = ?, buyer_type = ?, buyer = ?,
                                    events = array_remove(events, ?::text) || ?::text
                                where invoice_id = ?
                                """)
                        .params(
                                correction.issuer().legalName(),
                                correction.buyerType().name(),
                                correction.buyer().value(),
                                event,
                                event,
                                correction.invoice().value())
                        .update();
    }

    void stands(String invoice, Standing as, String event) {
        var _ =
                sql.sql(
                                """
                                update book_document set status = ?,
                                    events = array_remove(events, ?::text) || ?::text
                                where invoice_id = ?
                                """)
                        .params(as.name(), event, event, invoice)
                        .update();
    }

    void clear() {
        sql.sql("delete from book_document").update();
    }
}
