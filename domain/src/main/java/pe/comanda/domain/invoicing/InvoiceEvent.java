package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.AddedLater;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Sealed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Everything that can have happened to a payment document. Stored for ever. */
public sealed interface InvoiceEvent extends DomainEvent {
    InvoiceId invoice();

    /**
     * The document exists. Holds all it takes to write the XML again, with the buyer under seal.
     *
     * @param issuedAt wall clock in Lima; its date is the issue date
     * @param rate of IGV as a fraction
     * @param correction what a note changes; else null
     * @param replaces the rejected document in whose stead this one was issued, or null
     */
    record InvoiceIssued(
            InvoiceId invoice,
            OrderId order,
            Issuer issuer,
            DocumentType type,
            Series series,
            int number,
            LocalDateTime issuedAt,
            String currency,
            BigDecimal rate,
            List<FiscalLine> lines,
            List<Adjustment> adjustments,
            FiscalTotals totals,
            PaymentTerms payment,
            @Nullable Correction correction,
            BuyerDocumentType buyerType,
            Sealed buyer,
            @Nullable InvoiceId replaces,
            Instant at)
            implements InvoiceEvent {
        public InvoiceIssued {
            lines = List.copyOf(lines);
            adjustments = List.copyOf(adjustments);
        }

        public DocumentKey key() {
            return new DocumentKey(issuer.ruc(), type, new DocumentNumber(series, number));
        }

        /** As it stands after a correction. */
        public InvoiceIssued corrected(InvoiceCorrected by) {
            return new InvoiceIssued(
                    invoice,
                    order,
                    by.issuer(),
                    type,
                    series,
                    number,
                    issuedAt,
                    currency,
                    rate,
                    lines,
                    adjustments,
                    totals,
                    payment,
                    correction,
                    by.buyerType(),
                    by.buyer(),
                    replaces,
                    at);
        }

        /** The document again, once the vault has opened the buyer. */
        public FiscalDocument document(Buyer opened) {
            return new FiscalDocument(
                    issuer,
                    type,
                    new DocumentNumber(series, number),
                    issuedAt,
                    currency,
                    rate,
                    opened,
                    new FiscalAmounts(lines, adjustments, totals),
                    payment,
                    correction);
        }
    }

    /**
     * There is an XML, and it stays as it is.
     *
     * @param digest {@code ds:DigestValue}
     * @param sha256 of the whole file, hexadecimal
     */
    record InvoiceSigned(InvoiceId invoice, String digest, String sha256) implements InvoiceEvent {}

    /**
     * @param sha256 of the file that is about to be sent, hexadecimal; null where it only asks
     */
    record AttemptStarted(
            InvoiceId invoice,
            int attempt,
            AttemptKind kind,
            Instant at,
            @AddedLater @Nullable String sha256)
            implements InvoiceEvent {}

    /**
     * SUNAT has it. Notes are its observations, if any.
     *
     * @param exchange null where it came by a daily summary
     */
    record InvoiceAccepted(
            InvoiceId invoice,
            int attempt,
            String code,
            String text,
            List<String> notes,
            long millis,
            Instant at,
            @AddedLater @Nullable Exchange exchange)
            implements InvoiceEvent {
        public InvoiceAccepted {
            notes = List.copyOf(notes);
        }

        public boolean isObserved() {
            return !notes.isEmpty();
        }
    }

    /** SUNAT turned it down: it does not exist fiscally, and its number is burnt. */
    record InvoiceRejected(
            InvoiceId invoice,
            int attempt,
            String code,
            String text,
            List<String> notes,
            long millis,
            Instant at,
            @AddedLater @Nullable Exchange exchange)
            implements InvoiceEvent {
        public InvoiceRejected {
            notes = List.copyOf(notes);
        }
    }

    /** An attempt that settled nothing. */
    record AttemptFailed(
            InvoiceId invoice,
            int attempt,
            SubmissionOutcome.Kind kind,
            String code,
            String text,
            long millis,
            Instant at,
            @AddedLater @Nullable Exchange exchange)
            implements InvoiceEvent {}

    /** Waits for a human. */
    record InvoiceParked(InvoiceId invoice, ParkReason reason, String detail)
            implements InvoiceEvent {}

    /**
     * Taken up again.
     *
     * @param rebuild whether the XML is made anew
     */
    record InvoiceRetried(InvoiceId invoice, boolean rebuild, String reason)
            implements InvoiceEvent {}

    /**
     * Set right after SUNAT could not process it: the same document under the same number, its
     * issuer read anew and its buyer as told now. Its XML is made anew and sent.
     */
    record InvoiceCorrected(
            InvoiceId invoice,
            Issuer issuer,
            BuyerDocumentType buyerType,
            Sealed buyer,
            String reason,
            Instant at)
            implements InvoiceEvent {}

    record InvoiceSettled(InvoiceId invoice, boolean accepted, String evidence)
            implements InvoiceEvent {}

    /**
     * A boleta that is too late to go by itself goes in a daily summary.
     *
     * @param issueDate in Lima
     */
    record SummaryRequested(
            InvoiceId invoice, DocumentKey document, LocalDate issueDate, Instant at)
            implements InvoiceEvent {}

    /**
     * A note changes this document, and counts against it from now on.
     *
     * @param reason code of SUNAT's catalogue 09 (credit) or 10 (debit)
     * @param amount that the note takes back or adds, tax included
     * @param parts which lines a credit note takes back; none where it goes by an amount
     */
    record NoteAttached(
            InvoiceId invoice,
            InvoiceId note,
            DocumentType type,
            DocumentNumber number,
            String reason,
            Money amount,
            List<NotePart> parts,
            Instant at)
            implements InvoiceEvent {
        public NoteAttached {
            parts = List.copyOf(parts);
        }
    }

    /**
     * SUNAT has the note.
     *
     * @param cancels whether the note undoes the document, so that its order may have another one
     */
    record NoteConfirmed(InvoiceId invoice, InvoiceId note, boolean cancels)
            implements InvoiceEvent {}

    /** The note was rejected or voided, and counts no more. */
    record NoteDetached(InvoiceId invoice, InvoiceId note) implements InvoiceEvent {}

    /**
     * It is to be voided: by a notice (RA) or, on a B series, in a daily summary (RC).
     *
     * @param issueDate in Lima
     */
    record VoidRequested(
            InvoiceId invoice, DocumentKey document, LocalDate issueDate, String reason, Instant at)
            implements InvoiceEvent {}

    /** SUNAT has voided it. */
    record InvoiceVoided(InvoiceId invoice, SummaryId summary, Instant at)
            implements InvoiceEvent {}

    /** SUNAT did not void it: it stays accepted. */
    record VoidRefused(InvoiceId invoice, SummaryId summary, String code, String text)
            implements InvoiceEvent {}

    /** What somebody of finance wants to be known of it. */
    record InvoiceCommented(InvoiceId invoice, String text, Instant at) implements InvoiceEvent {}

    /**
     * SUNAT still does not have it, and takes it no more after this day: somebody has to look.
     *
     * @param lastDay in Lima
     */
    record DeadlineNeared(InvoiceId invoice, LocalDate lastDay, Instant at)
            implements InvoiceEvent {}
}
