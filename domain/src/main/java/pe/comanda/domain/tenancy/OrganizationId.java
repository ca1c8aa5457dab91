package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.AggregateId;

/** Identity of an organization: the tenant. */
public record OrganizationId(String value) implements AggregateId {
    /** Where the platform's own people are kept. It owns no branch. */
    public static final OrganizationId PLATFORM = new OrganizationId("org-platform");

    public OrganizationId {
        value = AggregateId.form("org", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
