package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a customer's points account. */
public record LoyaltyAccountId(String value) implements AggregateId {
    public LoyaltyAccountId {
        value = AggregateId.form("points", value);
    }

    /** Each customer has one account, and its id follows from theirs. */
    public static LoyaltyAccountId of(CustomerId customer) {
        return new LoyaltyAccountId("points-" + customer.value().substring("customer-".length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
