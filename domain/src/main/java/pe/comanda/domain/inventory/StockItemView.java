package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;

import java.time.Instant;

/**
 * A stock item as people look at it. Quantities in its unit.
 *
 * @param value what is there at its average cost; nothing where the balance is below zero
 * @param version the aggregate's version: send it back as {@code If-Match}
 */
public record StockItemView(
        String id,
        String name,
        Unit unit,
        String symbol,
        String category,
        Quantity balance,
        Quantity minimum,
        StockLevel level,
        UnitCost averageCost,
        Money value,
        Instant changedAt,
        long version) {}
