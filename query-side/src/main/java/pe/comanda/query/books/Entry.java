package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;

import java.time.LocalDate;

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
     * @param date null where the changed document is not in these books
     */
    record Corrected(@Nullable LocalDate date, String type, String series, int number) {}
}
