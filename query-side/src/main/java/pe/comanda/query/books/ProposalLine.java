package pe.comanda.query.books;

import pe.comanda.domain.shared.Money;

import java.time.LocalDate;

/**
 * A line of SUNAT's proposal. Discounts on base and tax, where notes on earlier months stand, are
 * in both already.
 *
 * @param last of a range of documents on one line; else the number itself
 * @param stands whether it counts: what was voided does not
 */
record ProposalLine(
        String ruc,
        String period,
        String type,
        String series,
        int number,
        int last,
        LocalDate issueDate,
        String buyer,
        Money base,
        Money igv,
        Money exonerated,
        Money notSubject,
        Money icbper,
        Money others,
        Money total,
        String currency,
        boolean stands) {

    boolean isRange() {
        return last > number;
    }
}
