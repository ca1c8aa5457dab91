package pe.comanda.domain.menu;

import pe.comanda.domain.shared.AggregateId;

/** Identity of one option within its group. */
public record OptionId(String value) implements AggregateId {
    public OptionId {
        value = AggregateId.form("option", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
