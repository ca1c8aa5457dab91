package pe.comanda.domain.invoicing;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

import java.time.Instant;
import java.time.LocalDate;

/** Everything one can ask of a daily summary or a notice of voiding. */
public sealed interface SummaryCommand extends Command {
    SummaryId summary();

    @Override
    default SummaryId target() {
        return summary();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case IssueSummary _,
                    BuildSummary _,
                    StartSummaryAttempt _,
                    RecordSummaryOutcome _,
                    ParkSummary _ ->
                    Permission.INTERNAL;
            case RetrySummary _ -> Permission.INVOICES_CORRECT;
        };
    }

    /** Puts what waits for a file of this kind and day into one. Nothing, where nothing waits. */
    record IssueSummary(SummaryId summary, SummaryKind kind, LocalDate referenceDate, Instant at)
            implements SummaryCommand {}

    /** Writes, signs and keeps the file. */
    record BuildSummary(SummaryId summary) implements SummaryCommand {}

    /** About to reach out; stored before the call. */
    record StartSummaryAttempt(SummaryId summary, int attempt, SummaryStep step, Instant at)
            implements SummaryCommand {}

    /**
     * How an attempt ended.
     *
     * @param millis how long the call took
     */
    record RecordSummaryOutcome(
            SummaryId summary, int attempt, SummaryOutcome outcome, long millis, Instant at)
            implements SummaryCommand {}

    record ParkSummary(SummaryId summary, ParkReason reason, String detail)
            implements SummaryCommand {}

    /** Takes a parked file up again. Reason: 5 to 500 characters. */
    record RetrySummary(SummaryId summary, String reason) implements SummaryCommand {}
}
