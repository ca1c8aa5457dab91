package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.InvoiceEvent.AttemptFailed;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptStarted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceParked;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRejected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRetried;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSigned;
import pe.comanda.domain.invoicing.InvoiceSubmission.Step;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Sealed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceSubmissionTest {
    private static final InvoiceId ID = new InvoiceId("invoice-1");
    private static final Instant NOW = Instant.parse("2026-11-21T18:05:10Z");
    private static final Instant AFTER_DEADLINE = Instant.parse("2026-11-25T05:00:00Z");

    private InvoiceSubmission submission = InvoiceSubmission.begin(issued()).submission();
    private Step step = new Step.Wait();

    @Test
    void an_issued_document_is_built_then_sent_then_done() {
        assertThat(InvoiceSubmission.begin(issued()).step()).isEqualTo(new Step.Build());
        on(new InvoiceSigned(ID, "d=", "ff"));
        assertThat(step).isEqualTo(new Step.Send(1));
        on(started(1, AttemptKind.SEND));
        assertThat(step).isEqualTo(new Step.Wait());
        on(new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 10, NOW, null));
        assertThat(step).isEqualTo(new Step.Finish());
    }

    @Test
    void a_rejection_ends_it_as_well() {
        sent();
        on(new InvoiceRejected(ID, 1, "2800", "", List.of(), 10, NOW, null));
        assertThat(step).isEqualTo(new Step.Finish());
    }

    @Test
    void a_sick_tax_office_is_tried_again_later_and_later() {
        sent();
        var delays = new java.util.ArrayList<Duration>();
        for (int attempt = 1; attempt <= 7; attempt++) {
            on(failed(attempt, Kind.SUNAT_SICK));
            delays.add(((Step.Later) step).delay());
            due(NOW);
            assertThat(step).isEqualTo(new Step.Send(attempt + 1));
            on(started(attempt + 1, AttemptKind.SEND));
        }
        assertThat(delays.get(0)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(delays.get(3)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
        assertThat(delays.get(6)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(36));
    }

    @Test
    void after_its_deadline_a_document_is_parked_and_not_sent() {
        sent();
        on(failed(1, Kind.SUNAT_SICK));
        due(AFTER_DEADLINE.minusMillis(1));
        assertThat(step).isEqualTo(new Step.Send(2));
        due(AFTER_DEADLINE);
        assertThat(step)
                .isEqualTo(new Step.Park(ParkReason.TOO_LATE, "Plazo vencido el 2026-11-24"));
    }

    @Test
    void an_unknown_outcome_is_asked_for_and_never_sent_blindly() {
        sent();
        on(failed(1, Kind.UNCERTAIN));
        assertThat(step).isInstanceOf(Step.Later.class);
        due(NOW);
        assertThat(step).isEqualTo(new Step.AskStatus(2));
        on(started(2, AttemptKind.ASK));
        on(failed(2, Kind.SUNAT_SICK));
        due(NOW);
        assertThat(step).isEqualTo(new Step.AskStatus(3));
        on(started(3, AttemptKind.ASK));
        on(failed(3, Kind.NOT_REGISTERED));
        due(NOW);
        assertThat(step).isEqualTo(new Step.Send(4));
    }

    @Test
    void an_answer_is_judged_by_what_was_sent_before_it() {
        on(new InvoiceSigned(ID, "d=", "ff"));
        assertThat(submission.earlier().sent()).isFalse();
        on(started(1, AttemptKind.SEND));
        assertThat(submission.earlier().sent()).isFalse();
        on(failed(1, Kind.UNCERTAIN));
        assertThat(submission.earlier().sent()).isTrue();
        on(started(2, AttemptKind.ASK));
        assertThat(submission.earlier().sent()).isTrue();
    }

    @Test
    void a_document_that_turns_out_to_be_registered_is_asked_for_its_cdr_at_once() {
        sent();
        on(failed(1, Kind.SUNAT_SICK));
        on(started(2, AttemptKind.SEND));
        on(failed(2, Kind.REGISTERED));
        assertThat(step).isEqualTo(new Step.AskStatus(3));
        assertThat(submission.earlier().registered()).isTrue();
    }

    @Test
    void a_tax_office_that_contradicts_itself_is_left_to_a_human() {
        sent();
        on(failed(1, Kind.REGISTERED));
        for (int attempt = 2; !(step instanceof Step.Park); attempt++) {
            assertThat(attempt).isLessThan(20);
            on(started(attempt, AttemptKind.ASK));
            on(failed(attempt, Kind.UNCERTAIN));
        }
        assertThat(((Step.Park) step).reason()).isEqualTo(ParkReason.OUTCOME_UNKNOWN);
    }

    @Test
    void wrong_credentials_stop_the_issuer_and_burn_no_retries() {
        sent();
        on(new AttemptFailed(ID, 1, Kind.ISSUER_PAUSED, "0102", "clave", 10, NOW, null));
        assertThat(step).isEqualTo(new Step.PauseIssuer("0102", "clave", Duration.ofMinutes(30)));
        assertThat(submission.failures()).isZero();
        due(NOW);
        assertThat(step).isEqualTo(new Step.Send(2));
    }

    @Test
    void our_own_mistakes_wait_for_a_human_who_has_it_built_anew() {
        sent();
        on(new AttemptFailed(ID, 1, Kind.FORMAT_ERROR, "0306", "XML", 10, NOW, null));
        assertThat(step).isEqualTo(new Step.Park(ParkReason.FORMAT_ERROR, "0306 XML"));
        on(new InvoiceParked(ID, ParkReason.FORMAT_ERROR, "0306 XML"));
        assertThat(step).isEqualTo(new Step.Wait());
        on(new InvoiceRetried(ID, true, "corregido"));
        assertThat(step).isEqualTo(new Step.Build());
        on(new InvoiceSigned(ID, "e=", "00"));
        assertThat(step).isEqualTo(new Step.Send(2));
        assertThat(submission.earlier().sent()).isFalse();
    }

    @Test
    void a_document_that_was_sent_before_it_was_parked_is_asked_for_first() {
        sent();
        on(failed(1, Kind.CONFLICT));
        on(new InvoiceParked(ID, ParkReason.CONFLICT, ""));
        on(new InvoiceRetried(ID, false, "revisado en SOL"));
        assertThat(step).isEqualTo(new Step.AskStatus(2));
    }

    private void sent() {
        on(new InvoiceSigned(ID, "d=", "ff"));
        on(started(1, AttemptKind.SEND));
    }

    private void on(InvoiceEvent event) {
        take(submission.on(event, NOW));
    }

    private void due(Instant now) {
        take(submission.due(now));
    }

    private void take(InvoiceSubmission.Advance advance) {
        submission = advance.submission();
        step = advance.step();
    }

    private static InvoiceEvent started(int attempt, AttemptKind kind) {
        return new AttemptStarted(ID, attempt, kind, NOW, null);
    }

    private static InvoiceEvent failed(int attempt, Kind kind) {
        return new AttemptFailed(ID, attempt, kind, "", "", 10, NOW, null);
    }

    private static InvoiceIssued issued() {
        var command =
                new InvoiceCommand.IssueInvoice(
                        ID,
                        new OrderId("order-1"),
                        Documents.factura("110.50", Documents.COMPANY),
                        new Sealed("v1.abc"),
                        null,
                        NOW);
        return (InvoiceIssued) Invoice.NOT_ISSUED.decide(command).getFirst();
    }
}
