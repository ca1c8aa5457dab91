package pe.comanda.command.invoicing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;

import pe.comanda.command.shared.OwnCommands;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceId;
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

/** An {@link InvoiceSubmissionSaga} and what it plans. */
abstract class SagaStage {
    static final InvoiceId ID = new InvoiceId("invoice-1");
    static final InvoiceId ORIGINAL = new InvoiceId("invoice-original");
    static final Instant NOW = Instant.parse("2026-11-21T18:05:10Z");
    static final Map<String, String> METADATA =
            Caller.system("org-1", "branch-1", "request-1").toMetadata();

    final SagaTestFixture<InvoiceSubmissionSaga> fixture =
            new SagaTestFixture<>(InvoiceSubmissionSaga.class);
    final OwnCommands commands = mock(OwnCommands.class);
    final Recorder planned = new Recorder();

    static final class Recorder implements Submissions {
        final List<String> plans = new ArrayList<>();

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

    void play(InvoiceEvent... events) {
        var last = events[events.length - 1];
        var before = Arrays.copyOf(events, events.length - 1);
        given(before)
                .whenPublishingA(last, METADATA)
                .expectActiveSagas(1)
                .expectSuccessfulHandlerExecution();
    }

    ContinuedGivenState given(InvoiceEvent... events) {
        var state = fixture.givenCurrentTime(NOW).andThenAPublished(events[0], METADATA);
        for (int i = 1; i < events.length; i++) {
            state = state.andThenAPublished(events[i], METADATA);
        }
        return state;
    }

    static InvoiceEvent issued(FiscalDocument document) {
        return Invoice.NOT_ISSUED
                .decide(
                        new IssueInvoice(
                                ID, new OrderId("order-1"), document, new Sealed("x"), null, NOW))
                .getFirst();
    }

    static InvoiceEvent signed() {
        return new InvoiceSigned(ID, "digest", "sha256");
    }

    static InvoiceEvent sent(int attempt) {
        return new AttemptStarted(ID, attempt, AttemptKind.SEND, NOW, null);
    }

    static InvoiceEvent asked(int attempt) {
        return new AttemptStarted(ID, attempt, AttemptKind.ASK, NOW, null);
    }

    static InvoiceEvent failed(int attempt, SubmissionOutcome.Kind kind, String code) {
        return new AttemptFailed(ID, attempt, kind, code, "respuesta", 10, NOW, null);
    }
}
