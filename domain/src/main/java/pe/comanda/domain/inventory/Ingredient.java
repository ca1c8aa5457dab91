package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.Quantity;

import java.math.BigDecimal;

/**
 * What one unit of a dish or option takes of a stock item.
 *
 * @param quantity as the recipe says it, in {@code unit}
 * @param yield the share that is left after cleaning and cooking, above 0 and up to 1: {@code 0.8}
 *     of a fish is fillet
 * @param taken what leaves the stock for it, in the item's own unit
 */
public record Ingredient(
        StockItemId item, Quantity quantity, Unit unit, BigDecimal yield, Quantity taken) {}
