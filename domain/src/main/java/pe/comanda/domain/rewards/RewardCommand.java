package pe.comanda.domain.rewards;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Command;

/** Everything one can ask of a reward. */
public sealed interface RewardCommand extends Command {
    RewardId reward();

    @Override
    default RewardId target() {
        return reward();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case OfferReward _ -> Permission.LOYALTY_CREATE;
            case ChangeReward _, WithdrawReward _, OfferRewardAgain _ -> Permission.LOYALTY_UPDATE;
            case HoldRedemption _, ReleaseRedemption _ -> Permission.INTERNAL;
        };
    }

    record OfferReward(RewardId reward, RewardTerms terms) implements RewardCommand {}

    /** Other terms from now on; orders that have the reward keep those they got it on. */
    record ChangeReward(RewardId reward, RewardTerms terms) implements RewardCommand {}

    record WithdrawReward(RewardId reward) implements RewardCommand {}

    record OfferRewardAgain(RewardId reward) implements RewardCommand {}

    /** One of the stock for an order, in the order's own transaction. */
    record HoldRedemption(RewardId reward, OrderId order, CustomerId customer)
            implements RewardCommand {}

    /** Gives the order's back, in the order's own transaction. */
    record ReleaseRedemption(RewardId reward, OrderId order) implements RewardCommand {}
}
