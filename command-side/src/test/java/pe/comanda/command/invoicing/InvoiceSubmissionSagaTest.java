package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.Correction;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.ParkInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RequestSummary;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleNote;
import pe.comanda.domain.invoicing.InvoiceCommand.WarnOfDeadline;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.ParkReason;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.SubmissionOutcome;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Sealed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The saga plans what the process says, and stores it with its own state. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceSubmissionSagaTest {
    private static final InvoiceId ID = new InvoiceId("invoice-1");
    private static final InvoiceId ORIGINAL = new InvoiceId("invoice-original");
    private static final Instant NOW = Instant.parse("2026-11-21T18:05:10Z");
    private static final Map<String, String> METADATA =
            Caller.system("org-1", "branch-1", "request-1").toMetadata();
    private static final Earlier NOTHING = Earlier.NOTHING;
    private static final Earlier SENT = new Earlier(true, false);
    private static final Earlier REGISTERED = new Earlier(true, true);

    private final SagaTestFixture<InvoiceSubmissionSaga> fixture =
            new SagaTestFixture<>(InvoiceSubmissionSaga.class);
    private final OwnCommands commands = mock(OwnCommands.class);
    private final Recorder planned = new Recorder();

    private static final class Recorder implements Submissions {
        private final List<String> plans = new ArrayList<>();

        @Override
        public void build(Of document) {
            plans.add("build");
        }

        @Override
        public void attempt(
                Of document,
                int attempt,
                AttemptKind kind,
                Earlier earlier,
                Instant now,
                Duration delay) {
            plans.add(
                    "%s %d %s after %ds"
                            .formatted(
                                    kind,
                                    attempt,
                                    earlier.registered()
                                            ? "registered"
                                            : earlier.sent() ? "sent" : "fresh",
                                    delay.toSeconds()));
        }

        @Override
        public void pauseIssuer(
                Of document, String code, String text, Instant now, Duration delay) {
            plans.add("pause %s for %dm".formatted(code, delay.toMinutes()));
        }
    }

    @BeforeEach
    void collaborators() {
        when(commands.send(any(), any(), any())).thenReturn(Optional.empty());
        fixture.registerResource(planned);
        fixture.registerResource(commands);
        Originals originals = note -> note.equals(ID) ? Optional.of(ORIGINAL) : Optional.empty();
        fixture.registerResource(originals);
    }

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
                        new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 80, NOW), METADATA)
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void a_rejected_one_is_done() {
        given(issued(Bills.boleta(1)), signed(), sent(1))
                .whenPublishingA(
                        new InvoiceRejected(ID, 1, "2800", "no", List.of(), 80, NOW), METADATA)
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
        assertThat(REGISTERED.sent()).isEqualTo(SENT.sent()).isNotEqualTo(NOTHING.sent());
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

    @Test
    void other_documents_are_none_of_its_business() {
        given(issued(Bills.boleta(1)))
                .whenPublishingA(new InvoiceSigned(new InvoiceId("invoice-2"), "d", "s"), METADATA)
                .expectActiveSagas(1);
        assertThat(planned.plans).containsExactly("build");
    }

    private void play(InvoiceEvent... events) {
        var last = events[events.length - 1];
        var before = Arrays.copyOf(events, events.length - 1);
        given(before)
                .whenPublishingA(last, METADATA)
                .expectActiveSagas(1)
                .expectSuccessfulHandlerExecution();
    }

    private ContinuedGivenState given(InvoiceEvent... events) {
        var state = fixture.givenCurrentTime(NOW).andThenAPublished(events[0], METADATA);
        for (int i = 1; i < events.length; i++) {
            state = state.andThenAPublished(events[i], METADATA);
        }
        return state;
    }

    private static InvoiceEvent issued(FiscalDocument document) {
        return Invoice.NOT_ISSUED
                .decide(
                        new IssueInvoice(
                                ID, new OrderId("order-1"), document, new Sealed("x"), null, NOW))
                .getFirst();
    }

    private static InvoiceEvent signed() {
        return new InvoiceSigned(ID, "digest", "sha256");
    }

    private static InvoiceEvent sent(int attempt) {
        return new AttemptStarted(ID, attempt, AttemptKind.SEND, NOW);
    }

    private static InvoiceEvent asked(int attempt) {
        return new AttemptStarted(ID, attempt, AttemptKind.ASK, NOW);
    }

    private static InvoiceEvent failed(int attempt, SubmissionOutcome.Kind kind, String code) {
        return new AttemptFailed(ID, attempt, kind, code, "respuesta", 10, NOW);
    }
}
