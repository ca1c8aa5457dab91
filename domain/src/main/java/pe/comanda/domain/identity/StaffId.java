package pe.comanda.domain.identity;

import pe.comanda.domain.shared.AggregateId;

/** Identity of somebody who works in an organization. */
public record StaffId(String value) implements AggregateId {
    public StaffId {
        value = AggregateId.form("staff", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
