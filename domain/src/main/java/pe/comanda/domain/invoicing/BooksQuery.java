package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What is asked of the books: documents, payments and orders side by side. Registers are those of
 * the whole taxpayer, because SUNAT knows no branches in them.
 */
public sealed interface BooksQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.BOOKS_READ;
    }

    @Override
    default String view() {
        return "books";
    }

    /**
     * Finds a document for whoever holds it in their hands: nobody else knows all of this. The door
     * asks on behalf of a buyer, who has no token.
     */
    record FindOnPaper(
            Ruc ruc, DocumentType type, DocumentNumber number, LocalDate date, Money total)
            implements BooksQuery<DocumentDoor> {
        @Override
        public Permission requires() {
            return Permission.INTERNAL;
        }
    }

    /** Orders, payments and documents of a branch's business day, and where they disagree. */
    record MatchDay(LocalDate day) implements BooksQuery<DayMatch> {
        @Override
        public Permission requires() {
            return Permission.REPORTS_READ;
        }
    }

    /** Numbers that no document bears, and numbers that are burnt, of every series. */
    record ShowGaps() implements BooksQuery<GapReport> {}

    /** What a month comes to, and what stands in the way of closing it. */
    record ShowMonth(YearMonth month) implements BooksQuery<MonthBook> {}

    /** The sales register of a month as a file. */
    record ExportRegister(YearMonth month, RegisterFormat format)
            implements BooksQuery<StoredFile> {}

    /**
     * XML and CDR of a month's documents as a ZIP, in parts of {@link #FILES_PER_PART} documents.
     *
     * @param part from 1
     */
    record ExportFiles(YearMonth month, int part) implements BooksQuery<StoredFile> {}

    int FILES_PER_PART = 1_000;

    /** How a register is written. */
    enum RegisterFormat {
        /** Registro de Ventas e Ingresos Electrónico (SIRE), file that replaces the proposal. */
        RVIE,
        /** Programa de Libros Electrónicos, book 14.1. */
        PLE,
        CSV,
        XLSX
    }

    /** Where a document lies. */
    record DocumentDoor(String invoice, String organization, String branch) {}

    /**
     * @param tips beside all sums: they are no price
     */
    record DayMatch(
            LocalDate day,
            Side orders,
            Side payments,
            Side documents,
            List<MethodSum> methods,
            Money tips,
            List<Difference> differences) {
        public DayMatch {
            methods = List.copyOf(methods);
            differences = List.copyOf(differences);
        }
    }

    record Side(long count, Money total) {}

    record MethodSum(PaymentMethod method, long payments, Money total) {}

    /**
     * An order whose three sides disagree.
     *
     * @param ordered what it costs; zero where it was cancelled
     * @param paid what was taken, without tips
     * @param documented what the documents that count come to, notes taken off
     * @param documents ids
     * @param payments ids
     * @param events ids of the facts behind it
     */
    record Difference(
            DifferenceKind kind,
            String order,
            int number,
            Money ordered,
            Money paid,
            Money documented,
            List<String> documents,
            List<String> payments,
            List<String> events) {
        public Difference {
            documents = List.copyOf(documents);
            payments = List.copyOf(payments);
            events = List.copyOf(events);
        }
    }

    /** In which way they disagree. */
    enum DifferenceKind {
        /** Less was taken than the order costs. */
        NOT_PAID,
        /** More was taken than the order costs. */
        OVERPAID,
        /** Paid in full, and nothing was issued for it. */
        NO_DOCUMENT,
        /** Paid in full, and what was issued was rejected or voided. */
        DOCUMENT_LOST,
        /** Documents come to another amount than was taken. */
        DOCUMENT_DIFFERS,
        DOCUMENT_WITHOUT_PAYMENT,
        /** Cancelled, and money that was taken is still here. */
        CANCELLED_BUT_PAID,
        /** Cancelled, and a document still counts. */
        CANCELLED_BUT_DOCUMENTED,
        /** All agrees, but something bears the date of another day. */
        ANOTHER_DAY
    }

    record GapReport(List<SeriesGaps> series) {
        public GapReport {
            series = List.copyOf(series);
        }
    }

    /**
     * @param first number of the series
     * @param last number that was taken
     * @param missing numbers between them that no document bears
     */
    record SeriesGaps(
            DocumentType type,
            String series,
            int first,
            int last,
            long documents,
            List<Range> missing,
            List<Burnt> burnt) {
        public SeriesGaps {
            missing = List.copyOf(missing);
            burnt = List.copyOf(burnt);
        }
    }

    record Range(int from, int to) {}

    /**
     * @param replacedBy what was issued in its stead, if anything
     */
    record Burnt(int number, String invoice, @Nullable String replacedBy) {}

    /**
     * Credit notes count below zero.
     *
     * @param ruc empty where nothing was issued
     * @param open documents that SUNAT has not spoken about, or whose void it has not answered
     * @param burnt rejected: in no sum
     * @param voided in the register without amounts
     * @param missing numbers of the month's series that no document bears
     * @param notesOnEarlierMonths notes that change documents of earlier months
     * @param ready whether nothing stands in the way of closing
     * @param fileParts how many ZIPs {@link ExportFiles} has
     * @param closing how it stood when it was closed; null where it is not
     */
    record MonthBook(
            YearMonth month,
            String ruc,
            List<TypeSum> types,
            Money base,
            Money igv,
            Money icbper,
            Money serviceCharge,
            Money rounding,
            Money total,
            Money tips,
            long open,
            long burnt,
            long voided,
            long missing,
            long notesOnEarlierMonths,
            boolean ready,
            int fileParts,
            @Nullable Closing closing) {
        public MonthBook {
            types = List.copyOf(types);
        }

        /** What closing it would put on record. */
        public MonthFigures figures() {
            return new MonthFigures(
                    types.stream().mapToLong(TypeSum::documents).sum(),
                    base,
                    igv,
                    total,
                    open + missing);
        }
    }

    /**
     * @param by who closed it
     */
    record Closing(Instant at, String by, long documents, Money base, Money igv, Money total) {}

    record TypeSum(
            DocumentType type,
            long documents,
            Money taxed,
            Money exonerated,
            Money notSubject,
            Money igv,
            Money total) {}
}
