package pe.comanda.domain.rewards;

import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.DomainEvent;

/** Everything that can have happened to a reward. Stored for ever. */
public sealed interface RewardEvent extends DomainEvent {
    RewardId reward();

    record RewardOffered(RewardId reward, RewardTerms terms) implements RewardEvent {}

    record RewardChanged(RewardId reward, RewardTerms terms) implements RewardEvent {}

    record RewardWithdrawn(RewardId reward) implements RewardEvent {}

    record RewardOfferedAgain(RewardId reward) implements RewardEvent {}

    /**
     * An order has it, paid by its customer.
     *
     * @param redeemed how many there are after it
     */
    record RedemptionHeld(RewardId reward, OrderId order, CustomerId customer, int redeemed)
            implements RewardEvent {}

    /**
     * @param redeemed how many there are after it
     */
    record RedemptionReleased(RewardId reward, OrderId order, int redeemed)
            implements RewardEvent {}
}
