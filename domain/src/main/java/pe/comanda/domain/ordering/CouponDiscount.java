package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.COUPON_GIVES_NOTHING;
import static pe.comanda.domain.ordering.OrderRule.COUPON_MINIMUM_NOT_REACHED;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What a coupon takes off an order: worked out anew whenever lines come or go, at menu prices, and
 * never more than the order costs.
 */
final class CouponDiscount {
    private CouponDiscount() {}

    /** What it takes off at the moment of redeeming; refuses one that takes nothing. */
    static Money redeemed(AppliedCoupon coupon, List<OrderLine> lines) {
        COUPON_MINIMUM_NOT_REACHED.require(
                !coupon.minimum().isMoreThan(gross(lines)), "minimum", coupon.minimum());
        var off = of(coupon, lines);
        COUPON_GIVES_NOTHING.require(off.isPositive());
        return off;
    }

    /**
     * @param lines those that are charged
     */
    static Money of(AppliedCoupon coupon, List<OrderLine> lines) {
        var gross = gross(lines);
        if (coupon.minimum().isMoreThan(gross)) {
            return Money.ZERO;
        }
        var off = worth(coupon.benefit(), lines.stream().filter(coupon::isAbout).toList(), gross);
        return (coupon.cap() == null ? off : off.min(coupon.cap())).min(gross);
    }

    /**
     * What a benefit comes to.
     *
     * @param about the lines that it is about
     * @param whole what a percentage of everything is taken of
     */
    static Money worth(Benefit benefit, List<OrderLine> about, Money whole) {
        return switch (benefit) {
            case Percentage(var percent) -> whole.portion(fraction(percent));
            case FixedAmount(var amount) -> amount;
            case FreeItem _ -> cheapest(about, about.isEmpty() ? 0 : 1);
            case ItemDiscount(_, var percent) -> gross(about).portion(fraction(percent));
            case CategoryDiscount(_, var percent) -> gross(about).portion(fraction(percent));
            case BuyAndGet(int buy, int free, _) ->
                    cheapest(about, units(about) / (buy + free) * free);
        };
    }

    /** What the cheapest units cost, options included. */
    private static Money cheapest(List<OrderLine> lines, int units) {
        int left = units;
        var sum = Money.ZERO;
        var byPrice =
                lines.stream()
                        .sorted(Comparator.comparing(OrderLine::unitPriceWithOptions))
                        .toList();
        for (var line : byPrice) {
            int taken = Math.min(left, line.quantity());
            sum = sum.plus(line.unitPriceWithOptions().times(taken));
            left -= taken;
        }
        return sum;
    }

    private static int units(List<OrderLine> lines) {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    private static Money gross(List<OrderLine> lines) {
        return Money.sum(lines.stream().map(OrderLine::total).toList());
    }

    private static BigDecimal fraction(BigDecimal percent) {
        return percent.movePointLeft(2);
    }
}
