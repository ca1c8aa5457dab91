package pe.comanda.domain.loyalty;

import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.shared.DomainEvent;

import java.time.Instant;
import java.util.List;

/**
 * Everything that can have happened to a points account. {@code balance} is what there is after it.
 */
public sealed interface LoyaltyEvent extends DomainEvent {
    LoyaltyAccountId account();

    int balance();

    /** With its customer, empty. */
    record AccountOpened(LoyaltyAccountId account, CustomerId customer) implements LoyaltyEvent {
        @Override
        public int balance() {
            return 0;
        }
    }

    /**
     * @param lifetime all points ever earned; @param tier its name, after it
     */
    record PointsEarned(
            LoyaltyAccountId account,
            OrderId order,
            int points,
            Instant at,
            int balance,
            int lifetime,
            String tier)
            implements LoyaltyEvent {}

    /** Money of the sale was given back; what was spent already makes the balance negative. */
    record PointsReversed(
            LoyaltyAccountId account,
            OrderId order,
            int points,
            int balance,
            int lifetime,
            String tier)
            implements LoyaltyEvent {}

    record PointsRedeemed(LoyaltyAccountId account, int points, String what, int balance)
            implements LoyaltyEvent {}

    /**
     * An order has the reward.
     *
     * @param lots the points it was paid with, the oldest first
     */
    record RewardPaid(
            LoyaltyAccountId account,
            OrderId order,
            RewardId reward,
            String name,
            int points,
            List<LoyaltyAccount.Lot> lots,
            int balance)
            implements LoyaltyEvent {
        public RewardPaid {
            lots = List.copyOf(lots);
        }
    }

    /**
     * The order has it no more.
     *
     * @param lots the same points again
     */
    record RewardReturned(
            LoyaltyAccountId account,
            OrderId order,
            RewardId reward,
            String name,
            int points,
            List<LoyaltyAccount.Lot> lots,
            int balance)
            implements LoyaltyEvent {
        public RewardReturned {
            lots = List.copyOf(lots);
        }
    }

    record PointsAdjusted(
            LoyaltyAccountId account, int points, String reason, Instant at, int balance)
            implements LoyaltyEvent {}

    record PointsExpired(LoyaltyAccountId account, int points, Instant at, int balance)
            implements LoyaltyEvent {}
}
