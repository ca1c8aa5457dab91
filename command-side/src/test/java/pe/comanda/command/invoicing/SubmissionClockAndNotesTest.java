package pe.comanda.command.invoicing;

import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

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

import java.time.Instant;
import java.util.List;

/** What the saga does when the law's clock strikes, and for what a note changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmissionClockAndNotesTest extends SagaStage {
    @Test
    void a_boleta_beyond_its_own_deadline_goes_in_a_summary() {
        given(
                        issued(Bills.boleta(1)),
                        signed(),
                        sent(1),
                        failed(1, SubmissionOutcome.Kind.SUNAT_SICK, "0109"))
                .whenTimeAdvancesTo(Instant.parse("2026-11-27T05:00:01Z"))
                .expectActiveSagas(1);
        verify(commands)
                .send(
                        new RequestSummary(ID, Instant.parse("2026-11-27T05:00:00Z")),
                        new Owner("org-1", "branch-1"),
                        "request-1");
    }

    @Test
    void a_factura_beyond_the_legal_deadline_is_parked() {
        given(
                        issued(Bills.factura(1)),
                        signed(),
                        sent(1),
                        failed(1, SubmissionOutcome.Kind.SUNAT_SICK, "0109"))
                .whenTimeAdvancesTo(Instant.parse("2026-11-25T05:00:01Z"))
                .expectActiveSagas(1);
        verify(commands)
                .send(
                        new ParkInvoice(ID, ParkReason.TOO_LATE, "Plazo vencido el 2026-11-24"),
                        new Owner("org-1", "branch-1"),
                        "request-1");
    }

    @Test
    void what_sunat_may_have_is_not_parked_by_the_clock() {
        given(
                        issued(Bills.boleta(1)),
                        signed(),
                        sent(1),
                        failed(1, SubmissionOutcome.Kind.UNCERTAIN, ""))
                .whenTimeAdvancesTo(Instant.parse("2026-11-27T05:00:01Z"))
                .expectActiveSagas(1);
        verify(commands)
                .send(
                        new WarnOfDeadline(ID, Instant.parse("2026-11-26T17:00:00Z")),
                        new Owner("org-1", "branch-1"),
                        "request-1");
        verifyNoMoreInteractions(commands);
    }

    @Test
    void what_a_note_changes_learns_whether_the_note_counts() {
        given(issued(note()), signed(), sent(1))
                .whenPublishingA(
                        new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 9, NOW), METADATA)
                .expectActiveSagas(0);
        verify(commands)
                .send(
                        new SettleNote(ORIGINAL, ID, true),
                        new Owner("org-1", "branch-1"),
                        "request-1");
    }

    @Test
    void a_rejected_note_does_not_count() {
        given(issued(note()), signed(), sent(1))
                .whenPublishingA(
                        new InvoiceRejected(ID, 1, "2119", "no existe", List.of(), 9, NOW),
                        METADATA)
                .expectActiveSagas(0);
        verify(commands)
                .send(
                        new SettleNote(ORIGINAL, ID, false),
                        new Owner("org-1", "branch-1"),
                        "request-1");
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
