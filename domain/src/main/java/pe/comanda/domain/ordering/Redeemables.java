package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.loyalty.CustomerId;

/** The coupons that an order may have. */
public interface Redeemables {

    /** The coupon of this code; refuses one that is not for this branch, day and customer. */
    AppliedCoupon redeem(CouponCode code, @Nullable CustomerId customer);
}
