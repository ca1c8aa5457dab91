package pe.comanda.domain.ordering;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.shared.Money;

import java.util.List;

/**
 * A reward as an order got it: a copy of its terms, which no later change of the reward touches.
 *
 * @param points what was paid for it, @param paidBy whose points they were
 * @param worth what it took off when it was redeemed, and the most that it ever takes off: less
 *     where lines went since, never more where some came
 */
public record AppliedReward(
        RewardId reward, String name, int points, CustomerId paidBy, Benefit benefit, Money worth) {

    /**
     * @param lines those that are charged
     * @param left what they cost after every other discount
     */
    Money off(List<OrderLine> lines, Money left) {
        return worth(benefit, lines, left).min(worth);
    }

    /** What the benefit comes to, and never more than what is left. */
    static Money worth(Benefit benefit, List<OrderLine> lines, Money left) {
        var dish = benefit.onlyDish();
        var about =
                dish == null
                        ? lines
                        : lines.stream().filter(line -> line.dish().equals(dish)).toList();
        return CouponDiscount.worth(benefit, about, left).min(left);
    }
}
