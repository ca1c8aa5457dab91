package pe.comanda.domain.invoicing;

import pe.comanda.domain.invoicing.InvoiceEvent.AttemptFailed;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptStarted;
import pe.comanda.domain.invoicing.InvoiceEvent.DeadlineNeared;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceCommented;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceCorrected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceParked;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRejected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRetried;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSettled;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSigned;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceVoided;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteAttached;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteConfirmed;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteDetached;
import pe.comanda.domain.invoicing.InvoiceEvent.SummaryRequested;
import pe.comanda.domain.invoicing.InvoiceEvent.VoidRefused;
import pe.comanda.domain.invoicing.InvoiceEvent.VoidRequested;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * From an issued document to SUNAT's answer: what to do next, and never how.
 *
 * <p>Whatever leaves it open whether SUNAT has the document leads to a question, and only a no (or
 * that nobody can be asked) leads to sending again; then the same bytes go out, and 1033 says that
 * they had arrived.
 *
 * @param attempts made so far, sends and questions alike
 * @param sends those of them that handed the document over
 * @param failures in a row
 * @param registered whether SUNAT has said that it has the number
 */
public record InvoiceSubmission(
        Phase phase,
        Series series,
        LocalDate issueDate,
        int attempts,
        int sends,
        int failures,
        boolean registered) {

    /** What it waits for. */
    public enum Phase {
        BUILDING,
        TO_SEND,
        SENDING,
        TO_ASK,
        ASKING,
        PARKED,
        /** A daily summary carries it. */
        SUMMARIZED,
        DONE
    }

    /** What to do next. */
    public sealed interface Step {
        /** Write and sign the XML. */
        record Build() implements Step {}

        record Send(int attempt) implements Step {}

        record AskStatus(int attempt) implements Step {}

        /** Come back to {@link InvoiceSubmission#due} after this time. */
        record Later(Duration delay) implements Step {}

        /** Stop the whole issuer and raise one alarm, then come back after this time. */
        record PauseIssuer(String code, String text, Duration delay) implements Step {}

        record Park(ParkReason reason, String detail) implements Step {}

        /** Too late to go by itself, not too late for a daily summary. */
        record Summarize() implements Step {}

        /** Somebody else moves next. */
        record Wait() implements Step {}

        record Finish() implements Step {}
    }

    /** Where it stands after an event, and what that asks for. */
    public record Advance(InvoiceSubmission submission, Step step) {}

    private static final int QUESTIONS_UNTIL_PARKED = 12;
    private static final Duration PAUSE = Duration.ofMinutes(30);

    /** The beginning of every submission. */
    public static Advance begin(InvoiceIssued event) {
        return new Advance(
                new InvoiceSubmission(
                        Phase.BUILDING,
                        event.series(),
                        event.issuedAt().toLocalDate(),
                        0,
                        0,
                        0,
                        false),
                new Step.Build());
    }

    public Advance on(InvoiceEvent event, Instant now) {
        return switch (event) {
            case InvoiceIssued issued -> begin(issued);
            case InvoiceSigned _ -> sendNow(now);
            case AttemptStarted(_, int attempt, var kind, _, _) ->
                    new Advance(started(attempt, kind), new Step.Wait());
            case InvoiceAccepted _, InvoiceRejected _, InvoiceSettled _ ->
                    new Advance(in(Phase.DONE), new Step.Finish());
            case AttemptFailed failed -> failed(failed, now);
            case InvoiceParked _ -> new Advance(in(Phase.PARKED), new Step.Wait());
            case SummaryRequested _ -> new Advance(in(Phase.SUMMARIZED), new Step.Wait());
            case DeadlineNeared _,
                    InvoiceCommented _,
                    NoteAttached _,
                    NoteConfirmed _,
                    NoteDetached _,
                    VoidRequested _,
                    VoidRefused _,
                    InvoiceVoided _ ->
                    new Advance(this, new Step.Wait());
            case InvoiceRetried retried -> retried(retried, now);
            case InvoiceCorrected _ -> new Advance(anew(), new Step.Build());
        };
    }

    /** The time that {@link Step.Later} named is over. */
    public Advance due(Instant now) {
        return switch (phase) {
            case TO_SEND -> sendNow(now);
            case TO_ASK -> askNow();
            case BUILDING, SENDING, ASKING, PARKED, SUMMARIZED, DONE ->
                    new Advance(this, new Step.Wait());
        };
    }

    /** What an answer to the next attempt has to be judged by. */
    public SubmissionOutcome.Earlier earlier() {
        var inFlight = phase == Phase.SENDING ? 1 : 0;
        return new SubmissionOutcome.Earlier(sends > inFlight, registered);
    }

    private Advance failed(AttemptFailed event, Instant now) {
        var asked = phase == Phase.ASKING;
        var once = failedOnceMore();
        return switch (event.kind()) {
            case SUNAT_SICK -> asked ? once.askLater(event, now) : once.sendLater(event, now);
            case UNCERTAIN -> once.askLater(event, now);
            case REGISTERED -> once.known().askNow();
            case NOT_REGISTERED, CANNOT_ASK -> once.sendLater(event, now);
            case ISSUER_PAUSED ->
                    new Advance(
                            in(asked ? Phase.TO_ASK : Phase.TO_SEND),
                            new Step.PauseIssuer(event.code(), event.text(), PAUSE));
            case FORMAT_ERROR -> park(ParkReason.FORMAT_ERROR, event);
            case SUMMARY_ONLY ->
                    maySummarize(now)
                            ? new Advance(in(Phase.TO_SEND), new Step.Summarize())
                            : park(ParkReason.TOO_LATE, event);
            case CONFLICT -> park(ParkReason.CONFLICT, event);
            case ACCEPTED, OBSERVED, REJECTED ->
                    throw new IllegalStateException("Not a failure: " + event);
        };
    }

    private Advance retried(InvoiceRetried event, Instant now) {
        if (event.rebuild()) {
            return new Advance(anew(), new Step.Build());
        }
        var fresh = new InvoiceSubmission(phase, series, issueDate, attempts, sends, 0, registered);
        // A document that may have arrived is asked for first, whatever it was parked for.
        return sends > 0 ? fresh.askNow() : fresh.sendNow(now);
    }

    /** Only what SUNAT cannot have is built anew, so the earlier sends no longer count. */
    private InvoiceSubmission anew() {
        return new InvoiceSubmission(Phase.BUILDING, series, issueDate, attempts, 0, 0, false);
    }

    private Advance sendNow(Instant now) {
        if (isTooLate(now)) {
            return new Advance(in(Phase.TO_SEND), tooLate(now));
        }
        return new Advance(in(Phase.TO_SEND), new Step.Send(attempts + 1));
    }

    private Advance sendLater(AttemptFailed event, Instant now) {
        var delay = Backoff.after(failures, event.invoice().value());
        return isTooLate(now)
                ? new Advance(in(Phase.TO_SEND), tooLate(now))
                : new Advance(in(Phase.TO_SEND), new Step.Later(delay));
    }

    private Advance askNow() {
        return new Advance(in(Phase.TO_ASK), new Step.AskStatus(attempts + 1));
    }

    /** Asks on as long as an answer still helps; gives up sooner where SUNAT contradicts itself. */
    private Advance askLater(AttemptFailed event, Instant now) {
        if (failures > QUESTIONS_UNTIL_PARKED && (registered || isTooLate(now))) {
            return park(ParkReason.OUTCOME_UNKNOWN, event);
        }
        return new Advance(
                in(Phase.TO_ASK), new Step.Later(Backoff.after(failures, event.invoice().value())));
    }

    private Advance park(ParkReason reason, AttemptFailed event) {
        return new Advance(
                this, new Step.Park(reason, (event.code() + " " + event.text()).strip()));
    }

    private boolean isTooLate(Instant now) {
        return !now.isBefore(SubmissionDeadline.end(series, issueDate));
    }

    /** Only the B series goes in daily summaries, two days longer than by itself. */
    private boolean maySummarize(Instant now) {
        return !series.isOfFacturas() && now.isBefore(SubmissionDeadline.endBySummary(issueDate));
    }

    private Step tooLate(Instant now) {
        if (maySummarize(now)) {
            return new Step.Summarize();
        }
        return new Step.Park(
                ParkReason.TOO_LATE,
                "Plazo vencido el " + SubmissionDeadline.lastDay(series, issueDate));
    }

    private InvoiceSubmission started(int attempt, AttemptKind kind) {
        return switch (kind) {
            case SEND ->
                    new InvoiceSubmission(
                            Phase.SENDING,
                            series,
                            issueDate,
                            attempt,
                            sends + 1,
                            failures,
                            registered);
            case ASK ->
                    new InvoiceSubmission(
                            Phase.ASKING, series, issueDate, attempt, sends, failures, registered);
        };
    }

    private InvoiceSubmission in(Phase next) {
        return new InvoiceSubmission(
                next, series, issueDate, attempts, sends, failures, registered);
    }

    private InvoiceSubmission failedOnceMore() {
        return new InvoiceSubmission(
                phase, series, issueDate, attempts, sends, failures + 1, registered);
    }

    private InvoiceSubmission known() {
        return new InvoiceSubmission(phase, series, issueDate, attempts, sends, failures, true);
    }
}
