package pe.comanda.command.rewards;

import static pe.comanda.domain.rewards.RewardRule.REWARD_UNKNOWN;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

import pe.comanda.command.loyalty.PointsPurse;
import pe.comanda.command.ordering.RewardDesk;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.ordering.RedeemableRewards;
import pe.comanda.domain.ordering.RewardMove;
import pe.comanda.domain.rewards.OfferedReward;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.tenancy.BranchId;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * The rewards, as an order reaches them: in its own transaction, so that an order has a reward, the
 * stock one less and the customer the points less by one commit, or nothing of it. Locks are taken
 * order first, then reward, then account, whichever way the points go.
 */
class Rewards implements RewardDesk {
    private final Function<String, Aggregate<RewardAggregate>> load;
    private final PointsPurse purse;
    private final Clock clock;

    /**
     * @param load loads a reward within the unit of work at hand
     */
    Rewards(Function<String, Aggregate<RewardAggregate>> load, PointsPurse purse, Clock clock) {
        this.load = load;
        this.purse = purse;
        this.clock = clock;
    }

    @Override
    public RedeemableRewards in(String organization, String branch, LocalDate day) {
        return (id, customer) -> {
            var reward = find(id, organization);
            reward.mustAdmit(new BranchId(branch), day, customer);
            purse.mustAfford(
                    LoyaltyAccountId.of(customer),
                    organization,
                    reward.terms().points(),
                    clock.instant());
            return reward.terms();
        };
    }

    @Override
    public void follow(RewardMove move) {
        var step = move.atTheReward();
        load.apply(step.reward().value()).execute(shell -> shell.follow(step));
        purse.follow(move.atTheAccount(clock.instant()));
    }

    private OfferedReward find(RewardId id, String organization) {
        try {
            return load.apply(id.value()).invoke(shell -> shell.offeredBy(organization));
        } catch (AggregateNotFoundException _) {
            throw REWARD_UNKNOWN.broken("reward", id);
        }
    }
}
