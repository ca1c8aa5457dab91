package pe.comanda.domain.menu;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a dish. */
public record MenuItemId(String value) implements AggregateId {
    public MenuItemId {
        value = AggregateId.form("dish", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
