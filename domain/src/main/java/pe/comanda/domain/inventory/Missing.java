package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.Quantity;

/** An item that there is not enough of, in its own unit. */
public record Missing(StockItemId item, Quantity needed, Quantity available) {}
