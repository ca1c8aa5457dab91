package pe.comanda.domain.payments;

import pe.comanda.domain.shared.AggregateId;

/** Identity of one payment. */
public record PaymentId(String value) implements AggregateId {
    public PaymentId {
        value = AggregateId.form("payment", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
