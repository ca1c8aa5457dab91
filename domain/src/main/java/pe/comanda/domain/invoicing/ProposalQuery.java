package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Query;

import java.time.YearMonth;
import java.util.List;

/**
 * SUNAT proposes a sales register for every month (SIRE, R.S. 112-2021): the taxpayer accepts or
 * replaces it, and had better know first where it differs from the books.
 */
public sealed interface ProposalQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.BOOKS_READ;
    }

    @Override
    default String view() {
        return "books";
    }

    /**
     * Document by document. Nothing of it is kept: it is asked again whenever the books have moved.
     *
     * @param file as the SIRE exports the proposal: text with bars or commas, or the ZIP of it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    record CompareProposal(YearMonth month, byte[] file) implements ProposalQuery<ProposalMatch> {}

    /**
     * @param agreeing documents that both have alike
     * @param differing how many are not; {@code differences} holds the first thousand
     */
    record ProposalMatch(
            YearMonth month,
            Side ours,
            Side theirs,
            long agreeing,
            long differing,
            List<Difference> differences) {
        public ProposalMatch {
            differences = List.copyOf(differences);
        }
    }

    /** Credit notes count below zero. */
    record Side(long documents, Money base, Money igv, Money total) {}

    /**
     * @param type code of catalogue 01
     * @param last of a range that stands on one line; else the number itself
     * @param invoice ours, where there is one: also one that was rejected, or is of another month
     * @param standing how it stands in the books; null where it is not there
     * @param fields what is not alike; empty where one side lacks it
     */
    record Difference(
            DifferenceKind kind,
            String type,
            String series,
            int number,
            int last,
            @Nullable String invoice,
            @Nullable String standing,
            List<Field> fields) {
        public Difference {
            fields = List.copyOf(fields);
        }
    }

    /** Dates as {@code 2026-11-21}, amounts with two decimals. */
    record Field(String name, String ours, String theirs) {}

    /** In which way they disagree. */
    enum DifferenceKind {
        /** SUNAT has it, our register of the month does not. */
        MISSING_HERE,
        /** Our register has it, the proposal does not. */
        MISSING_THERE,
        /** Both have it with other amounts, or one of them as voided. */
        AMOUNTS_DIFFER,
        /** The money agrees; its date, currency or buyer does not. */
        DATA_DIFFER
    }
}
