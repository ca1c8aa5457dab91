package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Everything one can ask about daily summaries and notices of voiding. */
public sealed interface SummaryQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.INVOICES_READ;
    }

    @Override
    default String view() {
        return "invoices";
    }

    /** The whole taxpayer's, all branches together, newest first; limit 1 to 200. */
    record ListSummaries(String cursor, int limit) implements SummaryQuery<SummaryPage> {
        @Override
        public Permission requires() {
            return Permission.BOOKS_READ;
        }
    }

    /**
     * A file about documents.
     *
     * @param number {@code RA-20261122-1}
     * @param ticketAt since when SUNAT has it; null where it gave no ticket
     */
    record SummaryView(
            String id,
            SummaryKind kind,
            String number,
            LocalDate referenceDate,
            Summary.Phase phase,
            int documents,
            int attempts,
            String ticket,
            @Nullable Instant ticketAt,
            String code,
            String text,
            Instant issuedAt,
            long version) {}

    /**
     * @param nextCursor empty where there is no more
     */
    record SummaryPage(List<SummaryView> items, String nextCursor) {
        public SummaryPage {
            items = List.copyOf(items);
        }
    }
}
