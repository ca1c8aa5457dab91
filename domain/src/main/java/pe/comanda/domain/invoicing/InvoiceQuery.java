package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.invoicing.FinanceQuery.Advice;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Everything one can ask about documents. Lists are of the caller's branch where there is one. */
public sealed interface InvoiceQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.INVOICES_READ;
    }

    @Override
    default String view() {
        return "invoices";
    }

    /** Newest first; limit 1 to 200. */
    record ListInvoices(@Nullable InvoiceStatus status, String cursor, int limit)
            implements InvoiceQuery<InvoicePage> {}

    record FindInvoice(InvoiceId invoice) implements InvoiceQuery<InvoiceView> {}

    /** Every step of a document's way to SUNAT, oldest first. */
    record ShowSubmission(InvoiceId invoice) implements InvoiceQuery<Submission> {}

    /** The latest file of a kind. */
    record ReadFile(InvoiceId invoice, FileKind kind) implements InvoiceQuery<StoredFile> {}

    /**
     * How many documents stand where, and which hurry most: of the branch asked for, else of every
     * branch that the caller reaches.
     */
    record ShowFinanceBoard() implements InvoiceQuery<FinanceBoard> {}

    /** How the organization issues. Secrets are not told. */
    record ShowFiscalSettings() implements InvoiceQuery<FiscalSettingsView> {
        @Override
        public Permission requires() {
            return Permission.SUNAT_READ;
        }
    }

    /** What is kept of a document. */
    enum FileKind {
        /** Signed, as it goes out. */
        XML,
        /** SUNAT's word on it, zipped as it came. */
        CDR
    }

    /**
     * A document in a list.
     *
     * @param payable in {@code currency}
     * @param nextTryAt null where nothing is planned
     * @param lastDay the last day on which SUNAT takes it by itself
     */
    record InvoiceSummary(
            String id,
            String branch,
            String order,
            DocumentType type,
            String number,
            InvoiceStatus status,
            Instant issuedAt,
            String currency,
            Money payable,
            BuyerDocumentType buyerType,
            int attempts,
            @Nullable Instant nextTryAt,
            LocalDate lastDay,
            String code,
            String text,
            long version) {}

    /**
     * @param nextCursor empty where there is no more
     */
    record InvoicePage(List<InvoiceSummary> items, String nextCursor) {
        public InvoicePage {
            items = List.copyOf(items);
        }
    }

    /**
     * One document with all that is on it.
     *
     * @param buyer null where the person was forgotten
     * @param digest what goes on paper as the "hash"; empty before it is signed
     * @param qr what the QR code on paper holds; empty before it is signed, or without a buyer
     * @param comments of finance staff, oldest first
     */
    record InvoiceView(
            InvoiceSummary summary,
            Issuer issuer,
            @Nullable BuyerView buyer,
            List<FiscalLine> lines,
            List<Adjustment> adjustments,
            FiscalTotals totals,
            List<String> legends,
            List<String> notes,
            String digest,
            String qr,
            boolean hasCdr,
            @Nullable String replaces,
            List<Comment> comments) {
        public InvoiceView {
            lines = List.copyOf(lines);
            adjustments = List.copyOf(adjustments);
            legends = List.copyOf(legends);
            notes = List.copyOf(notes);
            comments = List.copyOf(comments);
        }
    }

    /**
     * @param actor who wrote it
     */
    record Comment(Instant at, String actor, String text) {}

    record BuyerView(BuyerDocumentType type, String number, String name, String address) {}

    /** The way of a document, with where it stands. */
    record Submission(
            String invoice,
            InvoiceStatus status,
            @Nullable Instant nextTryAt,
            LocalDate lastDay,
            List<Step> steps) {
        public Submission {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step.
     *
     * @param kind name of what happened, as it is stored
     * @param attempt 0 where it is no attempt
     * @param tried whether the attempt sent or asked; null where it is no attempt
     * @param outcome what the answer meant; null where there was none
     * @param millis how long the call took; 0 where there was none
     * @param nextTryAt what was planned after this step; null where nothing was
     * @param digest of what was signed ({@code ds:DigestValue}), or of the file that an attempt
     *     sent (SHA-256, hexadecimal); empty elsewhere
     * @param httpStatus of the answer; 0 where there was none
     * @param actor who brought it about
     */
    record Step(
            long version,
            Instant at,
            String kind,
            int attempt,
            @Nullable AttemptKind tried,
            SubmissionOutcome.@Nullable Kind outcome,
            String code,
            String text,
            long millis,
            @Nullable Instant nextTryAt,
            String digest,
            int httpStatus,
            String actor) {}

    /** A file as it is kept, byte for byte. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record StoredFile(String name, byte[] content, String sha256) {}

    /**
     * @param hurry documents that are not settled, the nearest deadline first, 20 at most
     * @param oldestOpen null where everything is settled
     * @param warnings what keeps, or will soon keep, every document of the issuer from SUNAT
     */
    record FinanceBoard(
            List<StatusCount> counts,
            List<InvoiceSummary> hurry,
            @Nullable Instant oldestOpen,
            List<Advice> warnings) {
        public FinanceBoard {
            counts = List.copyOf(counts);
            hurry = List.copyOf(hurry);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * @param solUser null where no account is set
     * @param certificate null where there is none
     * @param pause null where SUNAT turns nothing away
     * @param fourEyesAbove from which amount on finance needs a second person; null for never
     */
    record FiscalSettingsView(
            List<SeriesView> series,
            @Nullable CertificateView certificate,
            @Nullable String solUser,
            @Nullable PauseView pause,
            @Nullable Money fourEyesAbove) {
        public FiscalSettingsView {
            series = List.copyOf(series);
        }
    }

    /**
     * @param till empty for the branch's own
     */
    record SeriesView(String branch, String till, DocumentType type, String series) {}

    /**
     * @param expiresSoon whether less than thirty days are left
     */
    record CertificateView(
            String subject,
            String serial,
            Instant validFrom,
            Instant validUntil,
            boolean selfSigned,
            boolean expiresSoon) {}

    /**
     * Every document of this issuer waits.
     *
     * @param code SUNAT's; {@code SICK} where it does not answer as it should, {@code HELD} where
     *     somebody holds them
     */
    record PauseView(String code, String text, Instant until, Advice advice) {}

    record StatusCount(InvoiceStatus status, long documents, Money payable) {}
}
