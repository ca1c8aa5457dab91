package pe.comanda.domain.menu;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a category of the menu. */
public record CategoryId(String value) implements AggregateId {
    public CategoryId {
        value = AggregateId.form("category", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
