package pe.comanda.domain.ordering;

import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand;
import pe.comanda.domain.loyalty.LoyaltyCommand.PayReward;
import pe.comanda.domain.loyalty.LoyaltyCommand.ReturnReward;
import pe.comanda.domain.rewards.RewardCommand;
import pe.comanda.domain.rewards.RewardCommand.HoldRedemption;
import pe.comanda.domain.rewards.RewardCommand.ReleaseRedemption;

import java.time.Instant;

/**
 * What an order brings about at its reward and at the account that pays for it, by its own commit:
 * all of it is true, or nothing is.
 *
 * @param redeemed true where the order gets it, false where it gives it back
 */
public record RewardMove(OrderId order, AppliedReward reward, boolean redeemed) {

    public RewardCommand atTheReward() {
        return redeemed
                ? new HoldRedemption(reward.reward(), order, reward.paidBy())
                : new ReleaseRedemption(reward.reward(), order);
    }

    public LoyaltyCommand atTheAccount(Instant at) {
        var account = LoyaltyAccountId.of(reward.paidBy());
        return redeemed
                ? new PayReward(account, order, reward.reward(), reward.name(), reward.points(), at)
                : new ReturnReward(account, order, at);
    }
}
