package pe.comanda.domain.floor;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a table. */
public record TableId(String value) implements AggregateId {
    public TableId {
        value = AggregateId.form("table", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
