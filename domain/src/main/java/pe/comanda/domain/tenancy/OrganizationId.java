package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.AggregateId;

/** Identity of an organization: the tenant. */
public record OrganizationId(String value) implements AggregateId {
    public OrganizationId {
        value = AggregateId.form("org", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
