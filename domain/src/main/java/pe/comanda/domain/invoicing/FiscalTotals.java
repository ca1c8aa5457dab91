package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;

/**
 * The sums of a document. They hold SUNAT's identities (3278 to 3280) to the cent: {@code
 * taxInclusive = lineExtension + taxes} and {@code payable = taxInclusive - allowances + charges +
 * rounding}.
 *
 * @param taxed base of IGV, after a discount on the base
 * @param free reference value of what was given away: in no other sum
 * @param taxes IGV and ICBPER
 * @param allowances discounts after tax
 * @param charges recargo al consumo
 * @param rounding what coins forgive: zero or below
 */
public record FiscalTotals(
        Money taxed,
        Money exonerated,
        Money notSubject,
        Money free,
        Money igv,
        Money igvOfFree,
        Money icbper,
        Money lineExtension,
        Money taxes,
        Money taxInclusive,
        Money allowances,
        Money charges,
        Money rounding,
        Money payable) {}
