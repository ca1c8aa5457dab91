package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.shared.Money;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A document as it stands in the sales register. A credit note's amounts are below zero, a voided
 * document's are zero.
 *
 * @param standing never {@code REJECTED}: that is in no register
 * @param type code of catalogue 01
 * @param dueDate of the last instalment; null where it is paid at once
 * @param buyerType code of catalogue 06
 * @param others what is outside the base: recargo al consumo, less discounts after tax and what
 *     coins forgave, so that the columns add up to the total
 * @param corrected what a note changes; else null
 * @param reason of a note, catalogue 09 or 10; else empty
 */
record Entry(
        String invoice,
        Standing standing,
        String ruc,
        String legalName,
        String type,
        String series,
        int number,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        String currency,
        String buyerType,
        String buyerNumber,
        String buyerName,
        Money taxed,
        Money exonerated,
        Money notSubject,
        Money free,
        Money igv,
        Money icbper,
        Money others,
        Money total,
        @Nullable Corrected corrected,
        String reason) {

    boolean voided() {
        return standing == Standing.VOIDED;
    }

    /**
     * A credit note on a sale of an earlier month is no sale of this one taken back: it lowers this
     * month's tax (art. 26 of the Ley del IGV), and stands in the registers' columns of discounts.
     * SUNAT's own checker of the RVIE lets a credit note lower the base only where what it changes
     * was issued in the same period. Where that day is not known, it was not this month's.
     */
    boolean discountsEarlierMonth() {
        if (corrected == null || !type.equals(DocumentType.CREDIT_NOTE.code())) {
            return false;
        }
        var changed = corrected.date();
        return changed == null || YearMonth.from(changed).isBefore(YearMonth.from(issueDate));
    }

    /**
     * @param date null where the changed document is not in these books
     */
    record Corrected(@Nullable LocalDate date, String type, String series, int number) {}
}
