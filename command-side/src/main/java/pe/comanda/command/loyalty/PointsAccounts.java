package pe.comanda.command.loyalty;

import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccountId;

/** Each customer has one points account, and its id follows from theirs. */
final class PointsAccounts {
    private PointsAccounts() {}

    static LoyaltyAccountId of(CustomerId customer) {
        return new LoyaltyAccountId("points-" + customer.value().substring("customer-".length()));
    }

    static CustomerId customerOf(LoyaltyAccountId account) {
        return new CustomerId("customer-" + account.value().substring("points-".length()));
    }
}
