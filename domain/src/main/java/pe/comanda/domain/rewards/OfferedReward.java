package pe.comanda.domain.rewards;

import static pe.comanda.domain.rewards.RewardRule.*;

import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardCommand.HoldRedemption;
import pe.comanda.domain.rewards.RewardCommand.ReleaseRedemption;
import pe.comanda.domain.rewards.RewardEvent.*;
import pe.comanda.domain.tenancy.BranchId;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reward that was offered.
 *
 * @param standing false where it is withdrawn
 * @param holders the orders that have it, each with the customer whose points paid it
 */
public record OfferedReward(
        RewardId id, RewardTerms terms, boolean standing, Map<OrderId, CustomerId> holders)
        implements Reward {
    public OfferedReward {
        holders = Map.copyOf(holders);
    }

    static OfferedReward of(RewardOffered event) {
        return new OfferedReward(event.reward(), event.terms(), true, Map.of());
    }

    /**
     * Refuses a customer who may not have it here and today.
     *
     * @param day the branch's date
     */
    public void mustAdmit(BranchId branch, LocalDate day, CustomerId customer) {
        REWARD_WITHDRAWN.require(standing);
        REWARD_OF_ANOTHER_BRANCH.require(terms.branch() == null || terms.branch().equals(branch));
        REWARD_NOT_YET_VALID.require(
                terms.from() == null || !day.isBefore(terms.from()),
                "from",
                String.valueOf(terms.from()));
        REWARD_NO_LONGER_VALID.require(
                terms.until() == null || !day.isAfter(terms.until()),
                "until",
                String.valueOf(terms.until()));
        mustBeLeft(customer);
    }

    List<RewardEvent> change(RewardTerms other) {
        return List.of(new RewardChanged(id, other));
    }

    List<RewardEvent> withdraw() {
        REWARD_WITHDRAWN.require(standing);
        return List.of(new RewardWithdrawn(id));
    }

    List<RewardEvent> offerAgain() {
        REWARD_ALREADY_OFFERED.require(!standing);
        return List.of(new RewardOfferedAgain(id));
    }

    List<RewardEvent> hold(HoldRedemption command) {
        REWARD_IS_HELD_ONCE.require(
                !holders.containsKey(command.order()), "order", command.order());
        mustBeLeft(command.customer());
        return List.of(
                new RedemptionHeld(id, command.order(), command.customer(), holders.size() + 1));
    }

    List<RewardEvent> release(ReleaseRedemption command) {
        REWARD_NOT_HELD.require(holders.containsKey(command.order()), "order", command.order());
        return List.of(new RedemptionReleased(id, command.order(), holders.size() - 1));
    }

    private void mustBeLeft(CustomerId customer) {
        REWARD_SOLD_OUT.require(
                terms.stock() == null || holders.size() < terms.stock(),
                "redeemed",
                holders.size());
        if (terms.perCustomer() != null) {
            long theirs = holders.values().stream().filter(customer::equals).count();
            REWARD_LIMIT_REACHED.require(theirs < terms.perCustomer(), "redeemed", theirs);
        }
    }

    OfferedReward with(RewardTerms other) {
        return new OfferedReward(id, other, standing, holders);
    }

    OfferedReward standing(boolean now) {
        return new OfferedReward(id, terms, now, holders);
    }

    OfferedReward held(OrderId order, CustomerId customer) {
        var all = new HashMap<>(holders);
        all.put(order, customer);
        return new OfferedReward(id, terms, standing, all);
    }

    OfferedReward released(OrderId order) {
        var left = new HashMap<>(holders);
        left.remove(order);
        return new OfferedReward(id, terms, standing, left);
    }
}
