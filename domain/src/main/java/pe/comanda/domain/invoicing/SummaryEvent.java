package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.DomainEvent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Everything that can have happened to a daily summary or a notice of voiding. */
public sealed interface SummaryEvent extends DomainEvent {
    SummaryId summary();

    /**
     * The file exists, with its name.
     *
     * @param referenceDate issue date of its documents, in Lima
     */
    record SummaryIssued(
            SummaryId summary,
            SummaryName name,
            String legalName,
            LocalDate referenceDate,
            List<SummaryLine> lines,
            Instant at)
            implements SummaryEvent {
        public SummaryIssued {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param digest {@code ds:DigestValue}
     * @param sha256 of the whole file, hexadecimal
     */
    record SummarySigned(SummaryId summary, String digest, String sha256) implements SummaryEvent {}

    record SummaryAttemptStarted(SummaryId summary, int attempt, SummaryStep step, Instant at)
            implements SummaryEvent {}

    /** SUNAT took it in, and answers later. */
    record SummaryTicketed(SummaryId summary, int attempt, String ticket, long millis, Instant at)
            implements SummaryEvent {}

    /** Done as asked, for each of its documents. */
    record SummaryAccepted(
            SummaryId summary,
            int attempt,
            String code,
            String text,
            List<String> notes,
            long millis,
            Instant at)
            implements SummaryEvent {
        public SummaryAccepted {
            notes = List.copyOf(notes);
        }
    }

    /** Nothing of it was done. */
    record SummaryRejected(
            SummaryId summary, int attempt, String code, String text, long millis, Instant at)
            implements SummaryEvent {}

    /** An attempt that settled nothing. */
    record SummaryAttemptFailed(
            SummaryId summary,
            int attempt,
            SummaryOutcome.Kind kind,
            String code,
            String text,
            long millis,
            Instant at)
            implements SummaryEvent {}

    /** Waits for a human. */
    record SummaryParked(SummaryId summary, ParkReason reason, String detail)
            implements SummaryEvent {}

    record SummaryRetried(SummaryId summary, String reason) implements SummaryEvent {}
}
