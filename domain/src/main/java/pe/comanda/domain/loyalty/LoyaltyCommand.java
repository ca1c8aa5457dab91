package pe.comanda.domain.loyalty;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;

import java.time.Instant;

/** Everything one can ask of a points account. It is opened with its customer. */
public sealed interface LoyaltyCommand extends Command {
    LoyaltyAccountId account();

    /** When it is asked: points that expired before are gone. */
    Instant at();

    @Override
    default LoyaltyAccountId target() {
        return account();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case EarnPoints _, ReversePoints _, ExpirePoints _, PayReward _, ReturnReward _ ->
                    Permission.INTERNAL;
            case RedeemPoints _ -> Permission.LOYALTY_REDEEM;
            case AdjustPoints _ -> Permission.LOYALTY_UPDATE;
        };
    }

    /**
     * Once per order, however often it is asked.
     *
     * @param sale what was paid for, without tips, the tax of bags and the fee of a delivery
     */
    record EarnPoints(
            LoyaltyAccountId account, OrderId order, Money sale, ProgramTerms program, Instant at)
            implements LoyaltyCommand {}

    /**
     * Takes back what an order earned, in proportion to the money that was given back. What was
     * spent already makes the balance negative.
     *
     * @param sale what was paid for, without tips; @param stillPaid what remains of it
     */
    record ReversePoints(
            LoyaltyAccountId account,
            OrderId order,
            Money sale,
            Money stillPaid,
            ProgramTerms program,
            Instant at)
            implements LoyaltyCommand {}

    /**
     * For what goes with no order: a shirt, a voucher of somebody else's. What is taken off an
     * order is a reward.
     *
     * @param points 1 or more; @param what what they are spent on, 1 to 200 characters
     */
    record RedeemPoints(LoyaltyAccountId account, int points, String what, Instant at)
            implements LoyaltyCommand {}

    /** Pays what an order gets, in the order's own transaction. Once, until it is returned. */
    record PayReward(
            LoyaltyAccountId account,
            OrderId order,
            RewardId reward,
            String name,
            int points,
            Instant at)
            implements LoyaltyCommand {}

    /**
     * Gives back what the order's reward cost, whatever it costs today, in the order's own
     * transaction. The points are as old as they were, and expire when they would have.
     */
    record ReturnReward(LoyaltyAccountId account, OrderId order, Instant at)
            implements LoyaltyCommand {}

    /**
     * @param points to add, or to take where negative; reason: 3 to 500 characters
     */
    record AdjustPoints(LoyaltyAccountId account, int points, String reason, Instant at)
            implements LoyaltyCommand {}

    /** Lets points go that were earned a year ago and not spent since, the oldest first. */
    record ExpirePoints(LoyaltyAccountId account, Instant at) implements LoyaltyCommand {}
}
