package pe.comanda.command.invoicing;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.InvoiceCommand;
import pe.comanda.domain.invoicing.InvoiceCommand.ParkInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RequestSummary;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleNote;
import pe.comanda.domain.invoicing.InvoiceCommand.WarnOfDeadline;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRejected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSettled;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceSubmission;
import pe.comanda.domain.invoicing.InvoiceSubmission.Advance;
import pe.comanda.domain.invoicing.InvoiceSubmission.Phase;
import pe.comanda.domain.invoicing.InvoiceSubmission.Step;
import pe.comanda.domain.invoicing.ParkReason;
import pe.comanda.domain.invoicing.SubmissionDeadline;

import java.time.Duration;
import java.time.Instant;

/**
 * Performs {@link InvoiceSubmission}: one instance per document, from its issue to SUNAT's last
 * word. It never reaches out itself: what it plans is stored in the same transaction as its own
 * state and the progress of its processor.
 */
@Saga
@ProcessingGroup(Processors.PROCESS_INVOICE_SUBMISSION)
public class InvoiceSubmissionSaga {
    static final String INVOICE = "invoice";
    static final String DEADLINE = "invoice-deadline";
    static final String WARNING = "invoice-warning";

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceSubmissionSaga.class);

    @JsonProperty private @Nullable InvoiceSubmission submission;
    @JsonProperty private @Nullable InvoiceId invoice;
    @JsonProperty private Owner owner = Owner.NOBODY;
    @JsonProperty private String correlation = "";
    @JsonProperty private @Nullable String deadline;
    @JsonProperty private @Nullable String warning;

    /** Whether it changes another document. */
    @JsonProperty private boolean note;

    @Autowired private transient Submissions submissions;
    @Autowired private transient Originals originals;
    @Autowired private transient OwnCommands commands;

    /** For Axon. */
    @SuppressWarnings("NullAway.Init") // Axon injects
    public InvoiceSubmissionSaga() {}

    @StartSaga
    @SagaEventHandler(associationProperty = INVOICE)
    public void on(
            InvoiceIssued event,
            MetaData metadata,
            @Timestamp Instant at,
            DeadlineManager deadlines) {
        invoice = event.invoice();
        note = event.type().isNote();
        owner = Owner.of(metadata);
        correlation = String.valueOf(metadata.getOrDefault(MetadataKey.CORRELATION, ""));
        deadline =
                deadlines.schedule(
                        SubmissionDeadline.end(event.series(), event.issuedAt().toLocalDate()),
                        DEADLINE);
        warning =
                deadlines.schedule(
                        SubmissionDeadline.warning(event.series(), event.issuedAt().toLocalDate()),
                        WARNING);
        follow(InvoiceSubmission.begin(event), at, deadlines);
    }

    @SagaEventHandler(associationProperty = INVOICE)
    public void on(InvoiceEvent event, @Timestamp Instant at, DeadlineManager deadlines) {
        if (submission != null) {
            tellOriginal(event);
            follow(submission.on(event, at), at, deadlines);
        }
    }

    /** Twelve hours are left, and SUNAT has still not said its last word. */
    @DeadlineHandler(deadlineName = WARNING)
    public void nearlyTooLate(@Timestamp Instant at) {
        warning = null;
        send(new WarnOfDeadline(document().invoice(), at), "is not warned of");
    }

    /**
     * The law's last moment is over. What SUNAT may have is asked for further; what it cannot have
     * waits for a human, however the next try was planned.
     */
    @DeadlineHandler(deadlineName = DEADLINE)
    public void tooLate(@Timestamp Instant at, DeadlineManager deadlines) {
        deadline = null;
        if (submission != null && submission.phase() == Phase.TO_SEND) {
            follow(submission.due(at), at, deadlines);
        }
    }

    private void follow(Advance advance, Instant now, DeadlineManager deadlines) {
        var next = advance.submission();
        submission = next;
        switch (advance.step()) {
            case Step.Build _ -> submissions.build(document());
            case Step.Send(int attempt) ->
                    submissions.attempt(
                            document(),
                            attempt,
                            AttemptKind.SEND,
                            next.earlier(),
                            now,
                            Duration.ZERO);
            case Step.AskStatus(int attempt) ->
                    submissions.attempt(
                            document(),
                            attempt,
                            AttemptKind.ASK,
                            next.earlier(),
                            now,
                            Duration.ZERO);
            case Step.Later(var delay) -> later(next, now, delay);
            case Step.PauseIssuer(var code, var text, var delay) -> {
                submissions.pauseIssuer(document(), code, text, now, delay);
                // The attempt itself waits for the pause, which ends sooner where it is mended.
                later(next, now, Duration.ZERO);
            }
            case Step.Park(var reason, var detail) -> park(reason, detail);
            case Step.Summarize _ ->
                    send(new RequestSummary(document().invoice(), now), "is in no summary");
            case Step.Wait _ -> {}
            case Step.Finish _ -> {
                if (deadline != null) {
                    deadlines.cancelSchedule(DEADLINE, deadline);
                }
                if (warning != null) {
                    deadlines.cancelSchedule(WARNING, warning);
                }
                SagaLifecycle.end();
            }
        }
    }

    /** What will be due then is known now: to ask, or to send. */
    private void later(InvoiceSubmission next, Instant now, Duration delay) {
        submissions.attempt(
                document(),
                next.attempts() + 1,
                next.phase() == Phase.TO_ASK ? AttemptKind.ASK : AttemptKind.SEND,
                next.earlier(),
                now,
                delay);
    }

    private void park(ParkReason reason, String detail) {
        send(new ParkInvoice(document().invoice(), reason, detail), "is not parked");
    }

    /** What a note changes learns whether the note counts. */
    private void tellOriginal(InvoiceEvent event) {
        var accepted =
                event instanceof InvoiceAccepted
                        || (event instanceof InvoiceSettled settled && settled.accepted());
        var turnedDown =
                event instanceof InvoiceRejected
                        || (event instanceof InvoiceSettled settled && !settled.accepted());
        if (note && (accepted || turnedDown)) {
            originals
                    .of(event.invoice())
                    .ifPresent(
                            original ->
                                    send(
                                            new SettleNote(original, event.invoice(), accepted),
                                            "is not told of its note"));
        }
    }

    private void send(InvoiceCommand command, String otherwise) {
        commands.send(command, owner, correlation)
                .ifPresent(
                        refusal ->
                                LOG.warn(
                                        "{} {}: {}", command.invoice(), otherwise, refusal.code()));
    }

    private Submissions.Of document() {
        if (invoice == null) {
            throw new IllegalStateException("A submission without a document");
        }
        return new Submissions.Of(invoice, owner, correlation);
    }
}
