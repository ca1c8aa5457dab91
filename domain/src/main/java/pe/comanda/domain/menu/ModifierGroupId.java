package pe.comanda.domain.menu;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a group of options that dishes share. */
public record ModifierGroupId(String value) implements AggregateId {
    public ModifierGroupId {
        value = AggregateId.form("group", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
