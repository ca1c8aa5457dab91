package pe.comanda.domain.inventory;

import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.AggregateId;

/** Identity of the stock deduction of one confirmed round of an order. */
public record DeductionId(String value) implements AggregateId {
    public DeductionId {
        value = AggregateId.form("deduction", value, 80);
    }

    /** The same round has the same id whoever asks and however often: it can be taken only once. */
    public static DeductionId of(OrderId order, int round) {
        return new DeductionId(
                "deduction-" + order.value().substring("order-".length()) + "-" + round);
    }

    @Override
    public String toString() {
        return value;
    }
}
