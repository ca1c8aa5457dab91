package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.AggregateId;

/** Identity of the stock deduction of one confirmed round of an order. */
public record DeductionId(String value) implements AggregateId {
    public DeductionId {
        value = AggregateId.form("deduction", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
