package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponId;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.shared.Money;

import java.util.Set;

/**
 * A coupon as an order got it: a copy of its terms, which no later change of the coupon or the menu
 * touches.
 *
 * @param dishes those that it is about; null where every dish counts
 * @param minimum below it the coupon gives nothing
 * @param cap the most that it takes off; null for no limit
 * @param countedFor whose use it is, where each customer has a limit
 */
public record AppliedCoupon(
        CouponId coupon,
        CouponCode code,
        Benefit benefit,
        @Nullable Set<MenuItemId> dishes,
        Money minimum,
        @Nullable Money cap,
        @Nullable CustomerId countedFor) {
    public AppliedCoupon {
        dishes = dishes == null ? null : Set.copyOf(dishes);
    }

    boolean isAbout(OrderLine line) {
        return dishes == null || dishes.contains(line.dish());
    }
}
