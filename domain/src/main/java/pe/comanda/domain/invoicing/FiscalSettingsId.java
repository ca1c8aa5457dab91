package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.AggregateId;

/** Identity of an organization's fiscal settings: {@code fiscal-} and the organization's id. */
public record FiscalSettingsId(String value) implements AggregateId {
    public FiscalSettingsId {
        value = AggregateId.form("fiscal", value);
    }

    public static FiscalSettingsId of(String organization) {
        return new FiscalSettingsId("fiscal-" + organization);
    }

    @Override
    public String toString() {
        return value;
    }
}
