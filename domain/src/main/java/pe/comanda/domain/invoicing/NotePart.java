package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Quantity;

/**
 * How much of a line a credit note takes back.
 *
 * @param position of the line on the original, from 1
 */
public record NotePart(int position, Quantity quantity) {}
