package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.InvoiceCommand.ParkInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.ParkReason;
import pe.comanda.domain.invoicing.SubmissionOutcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The saga plans what the process says, and stores it with its own state. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceSubmissionSagaTest extends SagaStage {
    @Test
    void an_issued_document_is_built_and_its_legal_deadline_watched() {
        fixture.givenCurrentTime(NOW)
                .whenPublishingA(issued(Bills.factura(1)), METADATA)
                .expectActiveSagas(1)
                .expectAssociationWith("invoice", "invoice-1")
                .expectScheduledDeadlineWithName(
                        Duration.between(NOW, Instant.parse("2026-11-25T05:00:00Z")),
                        InvoiceSubmissionSaga.DEADLINE)
                .expectSuccessfulHandlerExecution();
        assertThat(planned.plans).containsExactly("build");
    }

    @Test
    void a_signed_one_is_sent_at_once() {
        play(issued(Bills.boleta(1)), signed());
        assertThat(planned.plans).containsExactly("build", "SEND 1 fresh after 0s");
    }

    @Test
    void an_accepted_one_is_done_and_nothing_is_watched_any_more() {
        given(issued(Bills.boleta(1)), signed(), sent(1))
                .whenPublishingA(
                        new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 80, NOW, null),
                        METADATA)
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void a_rejected_one_is_done() {
        given(issued(Bills.boleta(1)), signed(), sent(1))
                .whenPublishingA(
                        new InvoiceRejected(ID, 1, "2800", "no", List.of(), 80, NOW, null),
                        METADATA)
                .expectActiveSagas(0);
    }

    @Test
    void an_unknown_outcome_is_asked_for_before_anything_is_sent_again() {
        play(
                issued(Bills.factura(1)),
                signed(),
                sent(1),
                failed(1, SubmissionOutcome.Kind.UNCERTAIN, ""),
                asked(2),
                failed(2, SubmissionOutcome.Kind.NOT_REGISTERED, "0011"));
        assertThat(planned.plans.get(2)).startsWith("ASK 2 sent after");
        assertThat(planned.plans.get(3)).startsWith("SEND 3 sent after");
    }

    @Test
    void a_number_that_sunat_has_is_asked_for_at_once() {
        play(
                issued(Bills.factura(1)),
                signed(),
                sent(1),
                failed(1, SubmissionOutcome.Kind.UNCERTAIN, ""),
                asked(2),
                failed(2, SubmissionOutcome.Kind.CANNOT_ASK, ""),
                sent(3),
                failed(3, SubmissionOutcome.Kind.REGISTERED, "1033"));
        assertThat(planned.plans.getLast()).isEqualTo("ASK 4 registered after 0s");
    }

    @Test
    void an_outage_is_waited_out() {
        play(
                issued(Bills.boleta(1)),
                signed(),
                sent(1),
                failed(1, SubmissionOutcome.Kind.SUNAT_SICK, "0109"));
        assertThat(planned.plans.getLast()).startsWith("SEND 2 sent after");
    }

    @Test
    void wrong_credentials_stop_the_whole_issuer() {
        play(
                issued(Bills.boleta(1)),
                signed(),
                sent(1),
                failed(1, SubmissionOutcome.Kind.ISSUER_PAUSED, "0102"));
        assertThat(planned.plans).endsWith("pause 0102 for 30m", "SEND 2 sent after 0s");
    }

    @Test
    void what_is_ours_to_mend_is_parked() {
        given(issued(Bills.boleta(1)), signed(), sent(1))
                .whenPublishingA(failed(1, SubmissionOutcome.Kind.FORMAT_ERROR, "0306"), METADATA)
                .expectActiveSagas(1);
        verify(commands)
                .send(
                        new ParkInvoice(ID, ParkReason.FORMAT_ERROR, "0306 respuesta"),
                        new Owner("org-1", "branch-1"),
                        "request-1");
    }

    @Test
    void a_human_sets_a_parked_one_going_again() {
        play(
                issued(Bills.boleta(1)),
                signed(),
                sent(1),
                failed(1, SubmissionOutcome.Kind.FORMAT_ERROR, "0306"),
                new InvoiceParked(ID, ParkReason.FORMAT_ERROR, "0306 respuesta"),
                new InvoiceRetried(ID, true, "se corrigió"));
        assertThat(planned.plans.getLast()).isEqualTo("build");
    }

    @Test
    void other_documents_are_none_of_its_business() {
        given(issued(Bills.boleta(1)))
                .whenPublishingA(new InvoiceSigned(new InvoiceId("invoice-2"), "d", "s"), METADATA)
                .expectActiveSagas(1);
        assertThat(planned.plans).containsExactly("build");
    }

    @Test
    void one_that_waits_for_its_next_try_is_asked_for_now_where_somebody_wants_it() {
        play(
                issued(Bills.boleta(1)),
                signed(),
                sent(1),
                failed(1, SubmissionOutcome.Kind.SUNAT_SICK, "0109"),
                new InvoiceRetried(ID, false, "SUNAT ya responde"));
        assertThat(planned.plans.getLast()).isEqualTo("ASK 2 sent after 0s");
    }
}
