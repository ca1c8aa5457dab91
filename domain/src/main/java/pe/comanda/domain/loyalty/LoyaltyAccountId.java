package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a customer's points account. */
public record LoyaltyAccountId(String value) implements AggregateId {
    public LoyaltyAccountId {
        value = AggregateId.form("points", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
