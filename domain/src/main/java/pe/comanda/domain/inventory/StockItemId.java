package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a stock item in one branch. */
public record StockItemId(String value) implements AggregateId {
    public StockItemId {
        value = AggregateId.form("stock", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
