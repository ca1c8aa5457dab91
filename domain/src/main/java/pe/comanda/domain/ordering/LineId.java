package pe.comanda.domain.ordering;

import pe.comanda.domain.shared.AggregateId;

/** Identity of one line of an order. */
public record LineId(String value) implements AggregateId {
    public LineId {
        value = AggregateId.form("line", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
