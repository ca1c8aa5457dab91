package pe.comanda.domain.coupons;

import static pe.comanda.domain.coupons.CouponRule.*;

import pe.comanda.domain.coupons.CouponCommand.*;
import pe.comanda.domain.coupons.CouponEvent.*;

import java.util.List;

/**
 * A coupon. Each order that has it holds one use of it, taken and given back in the order's own
 * transaction, so that its limits are kept exactly.
 */
public sealed interface Coupon permits Coupon.NotCreated, IssuedCoupon {
    Coupon NOT_CREATED = new NotCreated();

    record NotCreated() implements Coupon {}

    default List<CouponEvent> decide(CouponCommand command, CouponFacts facts) {
        return switch (command) {
            case CreateCoupon(var id, var code, var terms) -> {
                COUPON_IS_CREATED_ONCE.require(this instanceof NotCreated);
                yield List.of(new CouponCreated(id, code, TermsCheck.of(terms, facts)));
            }
            case ChangeCoupon(_, var terms) -> issued().change(TermsCheck.of(terms, facts));
            case DeactivateCoupon _ -> issued().deactivate();
            case ReactivateCoupon _ -> issued().reactivate();
            case HoldUse hold -> issued().hold(hold);
            case ReleaseUse release -> issued().release(release);
        };
    }

    default Coupon evolve(CouponEvent event) {
        return switch (event) {
            case CouponCreated created -> IssuedCoupon.of(created);
            case CouponChanged(_, var terms) -> issued().with(terms);
            case CouponDeactivated _ -> issued().active(false);
            case CouponReactivated _ -> issued().active(true);
            case UseHeld(_, var order, var customer, _) -> issued().held(order, customer);
            case UseReleased(_, var order, _) -> issued().released(order);
        };
    }

    /** The coupon, once it was created. */
    default IssuedCoupon issued() {
        if (this instanceof IssuedCoupon issued) {
            return issued;
        }
        throw COUPON_MUST_EXIST.broken();
    }
}
