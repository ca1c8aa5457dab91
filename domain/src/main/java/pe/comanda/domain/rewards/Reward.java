package pe.comanda.domain.rewards;

import static pe.comanda.domain.rewards.RewardRule.*;

import pe.comanda.domain.rewards.RewardCommand.*;
import pe.comanda.domain.rewards.RewardEvent.*;

import java.util.List;

/**
 * What customers get for their points. Each order that has it holds one of its stock, taken and
 * given back in the order's own transaction together with the points, so that its limits are kept
 * exactly and nobody has both the points and the reward.
 */
public sealed interface Reward permits Reward.NotOffered, OfferedReward {
    Reward NOT_OFFERED = new NotOffered();

    record NotOffered() implements Reward {}

    default List<RewardEvent> decide(RewardCommand command, RewardFacts facts) {
        return switch (command) {
            case OfferReward(var id, var terms) -> {
                REWARD_IS_OFFERED_ONCE.require(this instanceof NotOffered);
                yield List.of(new RewardOffered(id, RewardTermsCheck.of(terms, facts)));
            }
            case ChangeReward(_, var terms) -> offered().change(RewardTermsCheck.of(terms, facts));
            case WithdrawReward _ -> offered().withdraw();
            case OfferRewardAgain _ -> offered().offerAgain();
            case HoldRedemption hold -> offered().hold(hold);
            case ReleaseRedemption release -> offered().release(release);
        };
    }

    default Reward evolve(RewardEvent event) {
        return switch (event) {
            case RewardOffered offered -> OfferedReward.of(offered);
            case RewardChanged(_, var terms) -> offered().with(terms);
            case RewardWithdrawn _ -> offered().standing(false);
            case RewardOfferedAgain _ -> offered().standing(true);
            case RedemptionHeld(_, var order, var customer, _) -> offered().held(order, customer);
            case RedemptionReleased(_, var order, _) -> offered().released(order);
        };
    }

    /** The reward, once it was offered; it may be withdrawn since. */
    default OfferedReward offered() {
        if (this instanceof OfferedReward offered) {
            return offered;
        }
        throw REWARD_MUST_EXIST.broken();
    }
}
