package pe.comanda.domain.floor;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a table session: one party at one table. */
public record TableSessionId(String value) implements AggregateId {
    public TableSessionId {
        value = AggregateId.form("session", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
