package pe.comanda.domain.ordering;

import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.rewards.RewardTerms;

/** The rewards that an order may have. */
@FunctionalInterface
public interface RedeemableRewards {

    /**
     * The terms of the reward; refuses one that is not for this branch, day and customer, and a
     * customer whose points do not pay for it.
     */
    RewardTerms redeem(RewardId reward, CustomerId customer);
}
