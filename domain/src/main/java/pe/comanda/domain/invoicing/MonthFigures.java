package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;

/**
 * What a month comes to.
 *
 * @param documents that count; notes among them, credit notes below zero in the sums
 * @param base what is taxed
 * @param open what stands in the way of closing it
 */
public record MonthFigures(long documents, Money base, Money igv, Money total, long open) {}
