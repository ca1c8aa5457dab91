package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;

import java.util.List;

/**
 * What is taken off an order: what somebody granted, the coupon's on top, and the reward's of what
 * is left after both.
 */
public record Reductions(
        Money granted, @Nullable AppliedCoupon coupon, @Nullable AppliedReward reward) {
    static final Reductions NONE = new Reductions(Money.ZERO, null, null);

    Reductions granting(Money amount) {
        return new Reductions(amount, coupon, reward);
    }

    Reductions with(AppliedCoupon redeemed) {
        return new Reductions(granted, redeemed, reward);
    }

    Reductions withoutCoupon() {
        return new Reductions(granted, null, reward);
    }

    Reductions with(AppliedReward redeemed) {
        return new Reductions(granted, coupon, redeemed);
    }

    Reductions withoutReward() {
        return new Reductions(granted, coupon, null);
    }

    /**
     * All of it together.
     *
     * @param lines those that are charged
     */
    Money of(List<OrderLine> lines) {
        return before(lines).plus(ofTheReward(lines));
    }

    /** What the reward takes off as the lines are now. */
    Money ofTheReward(List<OrderLine> lines) {
        return reward == null ? Money.ZERO : reward.off(lines, leftFor(lines));
    }

    /** What the lines cost before the reward. */
    Money leftFor(List<OrderLine> lines) {
        var gross = Money.sum(lines.stream().map(OrderLine::total).toList());
        return gross.minus(before(lines).min(gross));
    }

    private Money before(List<OrderLine> lines) {
        return coupon == null ? granted : granted.plus(CouponDiscount.of(coupon, lines));
    }
}
