package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.*;

import pe.comanda.domain.ordering.OrderCommand.ApplyCoupon;
import pe.comanda.domain.ordering.OrderCommand.ApplyReward;
import pe.comanda.domain.ordering.OrderEvent.CouponApplied;
import pe.comanda.domain.ordering.OrderEvent.CouponRemoved;
import pe.comanda.domain.ordering.OrderEvent.RewardApplied;
import pe.comanda.domain.ordering.OrderEvent.RewardRemoved;

import java.util.List;

/** Gives an order a coupon or a reward, one of each at most, and takes them off it again. */
final class Redeeming {
    private Redeeming() {}

    static List<OrderEvent> coupon(OpenOrder order, ApplyCoupon command, OrderFacts facts) {
        ORDER_HAS_A_COUPON.require(order.off().coupon() == null);
        var redeemed = facts.coupons().redeem(command.code(), order.customer());
        var off = CouponDiscount.redeemed(redeemed, order.lines().live());
        var after = order.reduced(order.off().with(redeemed));
        after.mustNotBeOverpaid();
        return after.completing(
                new CouponApplied(order.id(), redeemed, off, after.totals()), facts.by());
    }

    static List<OrderEvent> withoutCoupon(OpenOrder order) {
        var coupon = order.off().coupon();
        if (coupon == null) {
            throw ORDER_HAS_NO_COUPON.broken();
        }
        var after = order.reduced(order.off().withoutCoupon());
        return List.of(
                new CouponRemoved(order.id(), coupon.coupon(), coupon.code(), after.totals()));
    }

    static List<OrderEvent> reward(OpenOrder order, ApplyReward command, OrderFacts facts) {
        ORDER_HAS_A_REWARD.require(order.off().reward() == null);
        var customer = order.customer();
        if (customer == null) {
            throw REWARD_NEEDS_CUSTOMER.broken();
        }
        REWARD_COMES_BEFORE_PAYMENT.require(
                order.payments().standing().isEmpty() || order.due().isPositive());
        var terms = facts.rewards().redeem(command.reward(), customer);
        var lines = order.lines().live();
        var dish = terms.benefit().onlyDish();
        REWARD_DISH_NOT_ON_ORDER.require(
                dish == null || lines.stream().anyMatch(line -> line.dish().equals(dish)));
        var worth = AppliedReward.worth(terms.benefit(), lines, order.off().leftFor(lines));
        REWARD_GIVES_NOTHING.require(worth.isPositive());
        var redeemed =
                new AppliedReward(
                        command.reward(),
                        terms.name(),
                        terms.points(),
                        customer,
                        terms.benefit(),
                        worth);
        var after = order.reduced(order.off().with(redeemed));
        after.mustNotBeOverpaid();
        return after.completing(
                new RewardApplied(order.id(), redeemed, after.totals()), facts.by());
    }

    static List<OrderEvent> withoutReward(OpenOrder order) {
        var reward = order.off().reward();
        if (reward == null) {
            throw ORDER_HAS_NO_REWARD.broken();
        }
        var after = order.reduced(order.off().withoutReward());
        return List.of(new RewardRemoved(order.id(), reward.reward(), after.totals()));
    }
}
