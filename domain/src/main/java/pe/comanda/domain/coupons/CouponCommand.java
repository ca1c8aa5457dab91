package pe.comanda.domain.coupons;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Command;

/** Everything one can ask of a coupon. */
public sealed interface CouponCommand extends Command {
    CouponId coupon();

    @Override
    default CouponId target() {
        return coupon();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case CreateCoupon _ -> Permission.LOYALTY_CREATE;
            case ChangeCoupon _, DeactivateCoupon _, ReactivateCoupon _ ->
                    Permission.LOYALTY_UPDATE;
            case HoldUse _, ReleaseUse _ -> Permission.INTERNAL;
        };
    }

    /** The code is unique in the organization, for ever. */
    record CreateCoupon(CouponId coupon, CouponCode code, CouponTerms terms)
            implements CouponCommand {}

    /** Other terms from now on; orders that have the coupon keep those they got it on. */
    record ChangeCoupon(CouponId coupon, CouponTerms terms) implements CouponCommand {}

    record DeactivateCoupon(CouponId coupon) implements CouponCommand {}

    record ReactivateCoupon(CouponId coupon) implements CouponCommand {}

    /** A use for an order, in the order's own transaction. */
    record HoldUse(CouponId coupon, OrderId order, @Nullable CustomerId customer)
            implements CouponCommand {}

    /** Gives the order's use back, in the order's own transaction. */
    record ReleaseUse(CouponId coupon, OrderId order) implements CouponCommand {}
}
