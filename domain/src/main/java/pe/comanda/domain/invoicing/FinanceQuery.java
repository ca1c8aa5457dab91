package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.invoicing.InvoiceQuery.Comment;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceSummary;
import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.util.List;

/**
 * What finance staff ask about documents. Lists are of the branch asked for, else of every branch
 * that the caller reaches.
 */
public sealed interface FinanceQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.SUNAT_READ;
    }

    @Override
    default String view() {
        return "invoices";
    }

    /** The printed form ("representación impresa", RS 097-2012, art. 16; RS 113-2018, annex 6). */
    record PrintInvoice(InvoiceId invoice, Paper paper) implements FinanceQuery<StoredFile> {
        @Override
        public Permission requires() {
            return Permission.INVOICES_READ;
        }
    }

    /**
     * Documents by their deadline, the nearest first; limit 1 to 200.
     *
     * @param status null for any
     * @param type null for any
     * @param attention only what waits for a human
     */
    record ListWork(
            @Nullable InvoiceStatus status,
            @Nullable DocumentType type,
            boolean attention,
            String cursor,
            int limit)
            implements FinanceQuery<WorkPage> {}

    /** How SUNAT has answered lately. */
    record ShowSunatHealth() implements FinanceQuery<SunatHealth> {}

    /**
     * @param nextCursor empty where there is no more
     */
    record WorkPage(List<WorkItem> items, String nextCursor) {
        public WorkPage {
            items = List.copyOf(items);
        }
    }

    /**
     * A document and what to do about it.
     *
     * @param deadline from when SUNAT does not take it by itself any more
     * @param hoursLeft until then, rounded down; negative when it is over, 0 where it is settled
     * @param attention whether it waits for a human
     * @param replacedBy what was issued in its stead, if anything
     * @param comment the latest of finance staff, if any
     */
    record WorkItem(
            InvoiceSummary document,
            Instant deadline,
            long hoursLeft,
            boolean attention,
            Advice advice,
            @Nullable String replacedBy,
            @Nullable Comment comment) {}

    /**
     * What an answer means, for people who do not know SUNAT's codes.
     *
     * @param code SUNAT's, or the reason for parking; may be empty
     * @param meaning in Spanish
     * @param proposal in Spanish
     */
    record Advice(String code, String meaning, Action action, String proposal) {}

    /** What is proposed. */
    enum Action {
        /** Nothing to do. */
        NONE,
        /** The program goes on by itself. */
        WAIT,
        /** Take it up again as it is. */
        RETRY,
        /** Take it up again with an XML made anew, under the same number. */
        REBUILD,
        /**
         * Set right the buyer, or the issuer's settings, which are read anew: it goes out again
         * under the same number.
         */
        CORRECT,
        /** Issue another one in its stead, with a new number. */
        REISSUE,
        /** Set right the SOL account, the certificate or the series. */
        FIX_SETTINGS,
        /** Look it up in SUNAT's portal and close it on that evidence. */
        SETTLE,
        /** Accepted with remarks that somebody should read. */
        READ
    }

    /**
     * @param answers the latest twenty, newest first
     * @param failed how many of them settled nothing
     * @param medianMillis 0 where there are none
     */
    record SunatHealth(List<Answer> answers, int failed, long medianMillis) {
        public SunatHealth {
            answers = List.copyOf(answers);
        }
    }

    record Answer(
            String invoice, Instant at, SubmissionOutcome.Kind outcome, String code, long millis) {}
}
