package pe.comanda.domain.ordering;

import pe.comanda.domain.shared.AggregateId;

/** Identity of an order. */
public record OrderId(String value) implements AggregateId {
    public OrderId {
        value = AggregateId.form("order", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
