package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.REASON_REQUIRED;
import static pe.comanda.domain.invoicing.SummaryRule.SUMMARY_ATTEMPTS_FOLLOW_EACH_OTHER;
import static pe.comanda.domain.invoicing.SummaryRule.SUMMARY_IS_ISSUED_ONCE;
import static pe.comanda.domain.invoicing.SummaryRule.SUMMARY_IS_SETTLED;
import static pe.comanda.domain.invoicing.SummaryRule.SUMMARY_IS_SIGNED_ONCE;
import static pe.comanda.domain.invoicing.SummaryRule.SUMMARY_MUST_BE_PARKED;
import static pe.comanda.domain.invoicing.SummaryRule.SUMMARY_MUST_BE_SIGNED;
import static pe.comanda.domain.invoicing.SummaryRule.SUMMARY_MUST_EXIST;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.SummaryCommand.ParkSummary;
import pe.comanda.domain.invoicing.SummaryCommand.RecordSummaryOutcome;
import pe.comanda.domain.invoicing.SummaryCommand.RetrySummary;
import pe.comanda.domain.invoicing.SummaryCommand.StartSummaryAttempt;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryAccepted;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryAttemptFailed;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryAttemptStarted;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryParked;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryRejected;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryRetried;
import pe.comanda.domain.invoicing.SummaryEvent.SummarySigned;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryTicketed;

import java.time.Instant;
import java.util.List;

/**
 * A file about documents on its way to SUNAT: sent once, worked off there by ticket.
 *
 * @param issued what is in it; null before it exists
 * @param signed whether there is an XML
 * @param attempts made so far
 * @param sends those of them that handed it over
 * @param failures in a row
 * @param step that an attempt is under way for; null where none is
 * @param ticket empty where SUNAT has given none
 * @param ticketAt when the ticket came; null where none did
 * @param asking whether no ticket came back, so that its documents are asked for
 */
public record Summary(
        Phase phase,
        @Nullable SummaryIssued issued,
        boolean signed,
        int attempts,
        int sends,
        int failures,
        @Nullable SummaryStep step,
        String ticket,
        @Nullable Instant ticketAt,
        boolean asking) {
    public static final Summary NOT_ISSUED =
            new Summary(Phase.NONE, null, false, 0, 0, 0, null, "", null, false);

    /** Where it stands. */
    public enum Phase {
        NONE,
        ISSUED,
        /** Signed, and to be sent or asked for. */
        OPEN,
        PARKED,
        ACCEPTED,
        REJECTED;

        public boolean isFinal() {
            return this == ACCEPTED || this == REJECTED;
        }
    }

    /** What is in it. */
    public SummaryIssued mustExist() {
        if (issued == null) {
            throw SUMMARY_MUST_EXIST.broken();
        }
        return issued;
    }

    public List<SummaryEvent> issue(SummaryIssued event) {
        SUMMARY_IS_ISSUED_ONCE.require(issued == null);
        return List.of(event);
    }

    public List<SummaryEvent> sign(String digest, String sha256) {
        SUMMARY_IS_SIGNED_ONCE.require(phase == Phase.ISSUED);
        return List.of(new SummarySigned(mustExist().summary(), digest, sha256));
    }

    public List<SummaryEvent> start(StartSummaryAttempt command) {
        mustBeUnsettled();
        SUMMARY_MUST_BE_SIGNED.require(phase != Phase.ISSUED);
        SUMMARY_ATTEMPTS_FOLLOW_EACH_OTHER.require(
                phase == Phase.OPEN && step == null && command.attempt() == attempts + 1);
        return List.of(
                new SummaryAttemptStarted(
                        command.summary(), command.attempt(), command.step(), command.at()));
    }

    public List<SummaryEvent> record(RecordSummaryOutcome command) {
        mustBeUnsettled();
        SUMMARY_ATTEMPTS_FOLLOW_EACH_OTHER.require(step != null && command.attempt() == attempts);
        return List.of(Told.of(command));
    }

    public List<SummaryEvent> park(ParkSummary command) {
        mustBeUnsettled();
        SUMMARY_ATTEMPTS_FOLLOW_EACH_OTHER.require(step == null);
        return phase == Phase.PARKED
                ? List.of()
                : List.of(new SummaryParked(command.summary(), command.reason(), command.detail()));
    }

    public List<SummaryEvent> retry(RetrySummary command) {
        mustBeUnsettled();
        SUMMARY_MUST_BE_PARKED.require(phase == Phase.PARKED);
        var reason = command.reason().strip();
        REASON_REQUIRED.require(reason.length() >= 5 && reason.length() <= 500);
        return List.of(new SummaryRetried(command.summary(), reason));
    }

    public Summary evolve(SummaryEvent event) {
        return switch (event) {
            case SummaryIssued it ->
                    new Summary(Phase.ISSUED, it, false, 0, 0, 0, null, "", null, false);
            case SummarySigned _ ->
                    new Summary(
                            Phase.OPEN, issued, true, attempts, sends, 0, null, "", null, false);
            case SummaryAttemptStarted(_, int attempt, var started, _) ->
                    new Summary(
                            phase,
                            issued,
                            signed,
                            attempt,
                            started == SummaryStep.SEND ? sends + 1 : sends,
                            failures,
                            started,
                            ticket,
                            ticketAt,
                            asking);
            case SummaryTicketed(_, _, var given, _, var at) ->
                    new Summary(phase, issued, signed, attempts, sends, 0, null, given, at, false);
            case SummaryAccepted _ -> in(Phase.ACCEPTED);
            case SummaryRejected _ -> in(Phase.REJECTED);
            case SummaryAttemptFailed failed -> after(failed);
            case SummaryParked _ -> in(Phase.PARKED);
            case SummaryRetried _ ->
                    new Summary(
                            signed ? Phase.OPEN : Phase.ISSUED,
                            issued,
                            signed,
                            attempts,
                            sends,
                            0,
                            null,
                            ticket,
                            ticketAt,
                            asking);
        };
    }

    private Summary after(SummaryAttemptFailed failed) {
        var lost = failed.kind() == SummaryOutcome.Kind.TICKET_UNKNOWN;
        var ask =
                switch (failed.kind()) {
                    case UNCERTAIN -> step == SummaryStep.SEND || asking;
                    case SENT_BEFORE, TICKET_UNKNOWN -> true;
                    // Asked, and nothing was done: the same bytes go out again, under the same
                    // name, so that a file that had arrived after all is not worked off twice.
                    case NOT_DONE -> false;
                    case SICK, ISSUER_PAUSED, IN_PROCESS -> asking;
                    case TICKET, ACCEPTED, REJECTED ->
                            throw new IllegalStateException("Not a failure: " + failed.kind());
                };
        return new Summary(
                phase,
                issued,
                signed,
                attempts,
                sends,
                failures + 1,
                null,
                lost ? "" : ticket,
                lost ? null : ticketAt,
                ask);
    }

    private Summary in(Phase next) {
        return new Summary(
                next, issued, signed, attempts, sends, failures, null, ticket, ticketAt, asking);
    }

    private void mustBeUnsettled() {
        var unused = mustExist();
        SUMMARY_IS_SETTLED.require(!phase.isFinal());
    }

    /** Outcomes as events. */
    private static final class Told {
        static SummaryEvent of(RecordSummaryOutcome it) {
            var outcome = it.outcome();
            return switch (outcome.kind()) {
                case TICKET ->
                        new SummaryTicketed(
                                it.summary(), it.attempt(), outcome.text(), it.millis(), it.at());
                case ACCEPTED ->
                        new SummaryAccepted(
                                it.summary(),
                                it.attempt(),
                                outcome.code(),
                                outcome.text(),
                                outcome.notes(),
                                it.millis(),
                                it.at());
                case REJECTED ->
                        new SummaryRejected(
                                it.summary(),
                                it.attempt(),
                                outcome.code(),
                                outcome.text(),
                                it.millis(),
                                it.at());
                case IN_PROCESS,
                        SICK,
                        UNCERTAIN,
                        SENT_BEFORE,
                        NOT_DONE,
                        ISSUER_PAUSED,
                        TICKET_UNKNOWN ->
                        new SummaryAttemptFailed(
                                it.summary(),
                                it.attempt(),
                                outcome.kind(),
                                outcome.code(),
                                outcome.text(),
                                it.millis(),
                                it.at());
            };
        }
    }
}
