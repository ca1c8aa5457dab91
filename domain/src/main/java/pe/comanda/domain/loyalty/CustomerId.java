package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a customer of an organization. */
public record CustomerId(String value) implements AggregateId {
    public CustomerId {
        value = AggregateId.form("customer", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
