package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.invoicing.AttemptKind.SEND;

import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordOutcome;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptFailed;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptStarted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSigned;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Sealed;

import java.time.Instant;
import java.util.List;

/** Steps of one document's history, for tests. */
final class InvoiceSteps {
    static final InvoiceId ID = new InvoiceId("invoice-1");
    private static final OrderId ORDER = new OrderId("order-1");
    private static final Sealed SEALED = new Sealed("v1.abc");
    static final Instant NOW = Instant.parse("2026-11-21T18:05:10Z");

    private InvoiceSteps() {}

    static IssueInvoice issue(FiscalDocument document) {
        return new IssueInvoice(ID, ORDER, document, SEALED, null, NOW);
    }

    static InvoiceEvent issued() {
        return Invoice.NOT_ISSUED
                .decide(issue(Documents.factura("110.50", Documents.COMPANY)))
                .getFirst();
    }

    static InvoiceEvent signed() {
        return new InvoiceSigned(ID, "d=", "ff");
    }

    static InvoiceEvent started(int attempt) {
        return new AttemptStarted(ID, attempt, SEND, NOW, null);
    }

    static InvoiceEvent failed(int attempt, Kind kind) {
        return new AttemptFailed(ID, attempt, kind, "", "", 10, NOW, null);
    }

    static RecordOutcome outcome(int attempt, Kind kind, String code, String text) {
        return new RecordOutcome(
                ID, attempt, new SubmissionOutcome(kind, code, text, List.of()), 120, NOW, null);
    }

    static Invoice given(InvoiceEvent... events) {
        var invoice = Invoice.NOT_ISSUED;
        for (var event : events) {
            invoice = invoice.evolve(event);
        }
        return invoice;
    }

    static void refused(Invoice invoice, InvoiceCommand command, InvoiceRule rule) {
        assertThatThrownBy(() -> invoice.decide(command))
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
