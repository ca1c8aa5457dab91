package pe.comanda.command.invoicing;

import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import org.axonframework.test.saga.ContinuedGivenState;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.Correction;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.InvoiceCommand.ParkInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RequestSummary;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleNote;
import pe.comanda.domain.invoicing.InvoiceCommand.WarnOfDeadline;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.ParkReason;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.SubmissionOutcome;
import pe.comanda.domain.shared.Command;

import java.time.Instant;
import java.util.List;

/** What the saga does when the law's clock strikes, and for what a note changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmissionClockAndNotesTest extends SagaStage {
    @Test
    void a_boleta_beyond_its_own_deadline_goes_in_a_summary() {
        failed(Bills.boleta(1), SubmissionOutcome.Kind.SUNAT_SICK)
                .whenTimeAdvancesTo(Instant.parse("2026-11-27T05:00:01Z"))
                .expectActiveSagas(1);
        sends(new RequestSummary(ID, Instant.parse("2026-11-27T05:00:00Z")));
    }

    @Test
    void a_factura_beyond_the_legal_deadline_is_parked() {
        failed(Bills.factura(1), SubmissionOutcome.Kind.SUNAT_SICK)
                .whenTimeAdvancesTo(Instant.parse("2026-11-25T05:00:01Z"))
                .expectActiveSagas(1);
        sends(new ParkInvoice(ID, ParkReason.TOO_LATE, "Plazo vencido el 2026-11-24"));
    }

    @Test
    void what_sunat_may_have_is_not_parked_by_the_clock() {
        failed(Bills.boleta(1), SubmissionOutcome.Kind.UNCERTAIN)
                .whenTimeAdvancesTo(Instant.parse("2026-11-27T05:00:01Z"))
                .expectActiveSagas(1);
        sends(new WarnOfDeadline(ID, Instant.parse("2026-11-26T17:00:00Z")));
        verifyNoMoreInteractions(commands);
    }

    @Test
    void what_a_note_changes_learns_whether_the_note_counts() {
        given(issued(note()), signed(), sent(1))
                .whenPublishingA(
                        new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 9, NOW, null),
                        METADATA)
                .expectActiveSagas(0);
        sends(new SettleNote(ORIGINAL, ID, true));
    }

    @Test
    void a_rejected_note_does_not_count() {
        given(issued(note()), signed(), sent(1))
                .whenPublishingA(
                        new InvoiceRejected(ID, 1, "2119", "no existe", List.of(), 9, NOW, null),
                        METADATA)
                .expectActiveSagas(0);
        sends(new SettleNote(ORIGINAL, ID, false));
    }

    /** Sent once, with this result. */
    private ContinuedGivenState failed(FiscalDocument document, SubmissionOutcome.Kind kind) {
        return given(issued(document), signed(), sent(1), failed(1, kind, ""));
    }

    private void sends(Command command) {
        verify(commands).send(command, new Owner("org-1", "branch-1"), "request-1");
    }

    private static FiscalDocument note() {
        var original = Bills.factura(1);
        return new FiscalDocument(
                original.issuer(),
                DocumentType.CREDIT_NOTE,
                DocumentNumber.of("FC01", 1),
                original.issuedAt(),
                original.currency(),
                original.rate(),
                original.buyer(),
                original.amounts(),
                PaymentTerms.AT_ONCE,
                new Correction(DocumentType.FACTURA, original.number(), "01", "Se anuló la venta"));
    }
}
