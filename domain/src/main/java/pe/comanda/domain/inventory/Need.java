package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.Quantity;

/** So much of a stock item, in its own unit. */
public record Need(StockItemId item, Quantity quantity) {}
