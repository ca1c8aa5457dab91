package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a branch. */
public record BranchId(String value) implements AggregateId {
    public BranchId {
        value = AggregateId.form("branch", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
