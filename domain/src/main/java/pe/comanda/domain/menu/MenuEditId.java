package pe.comanda.domain.menu;

import pe.comanda.domain.shared.AggregateId;

/** Identity of one edit of many dishes: made by whoever asks, so that a retry is recognized. */
public record MenuEditId(String value) implements AggregateId {
    public MenuEditId {
        value = AggregateId.form("edit", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
