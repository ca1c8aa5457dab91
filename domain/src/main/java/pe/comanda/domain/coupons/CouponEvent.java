package pe.comanda.domain.coupons;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.DomainEvent;

/** Everything that can have happened to a coupon. Stored for ever. */
public sealed interface CouponEvent extends DomainEvent {
    CouponId coupon();

    record CouponCreated(CouponId coupon, CouponCode code, CouponTerms terms)
            implements CouponEvent {}

    record CouponChanged(CouponId coupon, CouponTerms terms) implements CouponEvent {}

    record CouponDeactivated(CouponId coupon) implements CouponEvent {}

    record CouponReactivated(CouponId coupon) implements CouponEvent {}

    /**
     * @param customer whose use it is, where the order knows its customer
     * @param uses how many there are after it
     */
    record UseHeld(CouponId coupon, OrderId order, @Nullable CustomerId customer, int uses)
            implements CouponEvent {}

    /**
     * @param uses how many there are after it
     */
    record UseReleased(CouponId coupon, OrderId order, int uses) implements CouponEvent {}
}
