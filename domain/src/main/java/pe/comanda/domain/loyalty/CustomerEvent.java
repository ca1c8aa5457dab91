package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.DomainEvent;

/** What can have happened to a customer. Nothing in it tells who they are. */
public sealed interface CustomerEvent extends DomainEvent {
    CustomerId customer();

    /**
     * @param account where their points will be
     */
    record CustomerRegistered(CustomerId customer, LoyaltyAccountId account)
            implements CustomerEvent {}

    record CustomerChanged(CustomerId customer) implements CustomerEvent {}

    /** The key to what was known of them is destroyed. */
    record CustomerForgotten(CustomerId customer) implements CustomerEvent {}
}
