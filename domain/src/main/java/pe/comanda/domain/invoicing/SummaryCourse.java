package pe.comanda.domain.invoicing;

import java.time.Duration;
import java.time.Instant;

/**
 * What a file needs next, from where it stands: never how. Asking it again after a crash gives the
 * same answer.
 */
public final class SummaryCourse {
    /** SUNAT means minutes, and at times takes hours. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration GIVE_UP = Duration.ofHours(24);
    private static final int FAILURES_UNTIL_PARKED = 60;
    private static final int QUESTIONS_UNTIL_PARKED = 12;

    private SummaryCourse() {}

    /** What to do next. */
    public sealed interface Next {
        /** Write and sign the file. */
        record Build() implements Next {}

        record Try(int attempt, SummaryStep step) implements Next {}

        /** An attempt had begun, and nobody saw its end. */
        record NoteInterruption(int attempt, SummaryStep step) implements Next {}

        record Park(ParkReason reason, String detail) implements Next {}

        /** Tell its documents what became of them. */
        record Tell(boolean accepted) implements Next {}

        /** A human moves next. */
        record Rest() implements Next {}
    }

    public static Next next(Summary summary, Instant now) {
        return switch (summary.phase()) {
            case NONE, PARKED -> new Next.Rest();
            case ISSUED -> new Next.Build();
            case ACCEPTED -> new Next.Tell(true);
            case REJECTED -> new Next.Tell(false);
            case OPEN -> open(summary, now);
        };
    }

    private static Next open(Summary summary, Instant now) {
        var begun = summary.step();
        if (begun != null) {
            return new Next.NoteInterruption(summary.attempts(), begun);
        }
        var ticketAt = summary.ticketAt();
        if (ticketAt != null && now.isAfter(ticketAt.plus(GIVE_UP)) && summary.failures() > 0) {
            return new Next.Park(ParkReason.TICKET_STUCK, "Ticket " + summary.ticket());
        }
        if (ticketAt == null
                && summary.failures()
                        >= (summary.asking() ? QUESTIONS_UNTIL_PARKED : FAILURES_UNTIL_PARKED)) {
            return new Next.Park(ParkReason.OUTCOME_UNKNOWN, "");
        }
        if (summary.asking()) {
            return new Next.Try(summary.attempts() + 1, SummaryStep.ASK);
        }
        return new Next.Try(
                summary.attempts() + 1,
                summary.ticket().isEmpty() ? SummaryStep.SEND : SummaryStep.POLL);
    }

    /**
     * How long to wait before what comes next: soon for a ticket, with patience where SUNAT takes
     * its time.
     */
    public static Duration pause(Summary summary, Instant now) {
        if (summary.phase() != Summary.Phase.OPEN || summary.step() != null) {
            return Duration.ZERO;
        }
        var ticketAt = summary.ticketAt();
        if (ticketAt != null) {
            var age = Duration.between(ticketAt, now);
            if (age.compareTo(SOON) < 0) {
                return Duration.ofSeconds(5);
            }
            return age.compareTo(LATER) < 0 ? Duration.ofMinutes(1) : Duration.ofMinutes(10);
        }
        return summary.failures() == 0
                ? Duration.ZERO
                : Backoff.after(summary.failures(), summary.mustExist().summary().value());
    }
}
