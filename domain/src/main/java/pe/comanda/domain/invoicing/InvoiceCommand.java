package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Sealed;

import java.time.Instant;
import java.util.List;

/** Everything one can ask of a payment document. */
public sealed interface InvoiceCommand extends Command {
    InvoiceId invoice();

    @Override
    default InvoiceId target() {
        return invoice();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case IssueInvoice _ -> Permission.INVOICES_CREATE;
            case MarkSigned _,
                    ReviseInvoice _,
                    StartAttempt _,
                    RecordOutcome _,
                    ParkInvoice _,
                    AttachNote _,
                    SettleNote _,
                    RecordVoid _,
                    RequestSummary _,
                    RecordSummarized _,
                    WarnOfDeadline _ ->
                    Permission.INTERNAL;
            // Whoever answers for documents sets them going again; closing one by hand takes more.
            case RetryInvoice _, VoidInvoice _, CommentInvoice _ -> Permission.INVOICES_VOID;
            case SettleInvoice _ -> Permission.SUNAT_UPDATE;
        };
    }

    /**
     * Issues a numbered document. From here on it exists, whatever SUNAT's health.
     *
     * @param buyer the document's buyer, sealed, which is what the history keeps
     * @param replaces a rejected document in whose stead this one is issued, or null
     */
    record IssueInvoice(
            InvoiceId invoice,
            OrderId order,
            FiscalDocument document,
            Sealed buyer,
            @Nullable InvoiceId replaces,
            Instant at)
            implements InvoiceCommand {}

    /**
     * The XML is signed and kept; every attempt sends these very bytes.
     *
     * @param digest {@code ds:DigestValue}, the "hash" on paper
     * @param sha256 of the whole file, hexadecimal
     */
    record MarkSigned(InvoiceId invoice, String digest, String sha256) implements InvoiceCommand {}

    /**
     * About to reach out. Stored before the call, so that a call whose end nobody saw is known to
     * have begun.
     *
     * @param sha256 of the file that is about to be sent, hexadecimal; null where it only asks
     */
    record StartAttempt(
            InvoiceId invoice, int attempt, AttemptKind kind, Instant at, @Nullable String sha256)
            implements InvoiceCommand {}

    /**
     * How an attempt ended.
     *
     * @param millis how long the call took
     * @param exchange null where nobody saw it, or nothing went out
     */
    record RecordOutcome(
            InvoiceId invoice,
            int attempt,
            SubmissionOutcome outcome,
            long millis,
            Instant at,
            @Nullable Exchange exchange)
            implements InvoiceCommand {}

    record ParkInvoice(InvoiceId invoice, ParkReason reason, String detail)
            implements InvoiceCommand {}

    /**
     * Takes a document up now that waits for a human or for its next try. Where SUNAT may have it,
     * SUNAT is asked. Reason: 5 to 500 characters.
     *
     * @param rebuild make and sign the XML anew under the same number; only of a parked one that
     *     SUNAT cannot have
     */
    record RetryInvoice(InvoiceId invoice, boolean rebuild, String reason)
            implements InvoiceCommand {}

    /**
     * Puts another issuer and buyer on a parked document that SUNAT answered with an exception, and
     * so never had: it keeps its number. Reason: 5 to 500 characters.
     *
     * @param buyer the document's buyer, sealed, which is what the history keeps
     */
    record ReviseInvoice(
            InvoiceId invoice, FiscalDocument document, Sealed buyer, String reason, Instant at)
            implements InvoiceCommand {}

    /**
     * Closes a parked document by hand, on evidence from SUNAT's portal. Evidence: 5 to 500
     * characters.
     */
    record SettleInvoice(InvoiceId invoice, boolean accepted, String evidence)
            implements InvoiceCommand {}

    /**
     * Writes down what finance staff want each other to know of it. Changes nothing else; possible
     * in every state. Text: 1 to 1000 characters, without what identifies a person.
     */
    record CommentInvoice(InvoiceId invoice, String text, Instant at) implements InvoiceCommand {}

    /** A note that changes this document, issued in the same breath. */
    record AttachNote(
            InvoiceId invoice,
            InvoiceId note,
            DocumentType type,
            DocumentNumber number,
            String reason,
            Money amount,
            List<NotePart> parts,
            Instant at)
            implements InvoiceCommand {
        public AttachNote {
            parts = List.copyOf(parts);
        }
    }

    /** What became of a note that changes this document. Telling it again changes nothing. */
    record SettleNote(InvoiceId invoice, InvoiceId note, boolean accepted)
            implements InvoiceCommand {}

    /** Voids an accepted document. Reason: 5 to 100 characters. */
    record VoidInvoice(InvoiceId invoice, String reason, Instant at) implements InvoiceCommand {}

    /** What SUNAT made of the wish to void it. */
    record RecordVoid(
            InvoiceId invoice,
            SummaryId summary,
            boolean accepted,
            String code,
            String text,
            Instant at)
            implements InvoiceCommand {}

    /** Sends a boleta that is too late to go by itself in a daily summary. */
    record RequestSummary(InvoiceId invoice, Instant at) implements InvoiceCommand {}

    /** What SUNAT made of the summary that it went in. */
    record RecordSummarized(
            InvoiceId invoice,
            SummaryId summary,
            boolean accepted,
            String code,
            String text,
            List<String> notes,
            Instant at)
            implements InvoiceCommand {
        public RecordSummarized {
            notes = List.copyOf(notes);
        }
    }

    /** The deadline is twelve hours away. Nothing, where SUNAT has settled it. */
    record WarnOfDeadline(InvoiceId invoice, Instant at) implements InvoiceCommand {}
}
