package pe.comanda.domain.coupons;

import static pe.comanda.domain.coupons.CouponRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.CouponCommand.HoldUse;
import pe.comanda.domain.coupons.CouponCommand.ReleaseUse;
import pe.comanda.domain.coupons.CouponEvent.*;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.tenancy.BranchId;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A coupon that was created.
 *
 * @param holders the orders that have it, each with its customer where it knows one
 */
public record IssuedCoupon(
        CouponId id,
        CouponCode code,
        CouponTerms terms,
        boolean active,
        Map<OrderId, Optional<CustomerId>> holders)
        implements Coupon {
    public IssuedCoupon {
        holders = Map.copyOf(holders);
    }

    static IssuedCoupon of(CouponCreated event) {
        return new IssuedCoupon(event.coupon(), event.code(), event.terms(), true, Map.of());
    }

    /**
     * Refuses a guest who may not have it here and today.
     *
     * @param day the branch's date
     */
    public void mustAdmit(BranchId branch, LocalDate day, @Nullable CustomerId customer) {
        COUPON_NOT_ACTIVE.require(active);
        COUPON_OF_ANOTHER_BRANCH.require(terms.holdIn(branch));
        COUPON_NOT_YET_VALID.require(
                terms.from() == null || !day.isBefore(terms.from()),
                "from",
                String.valueOf(terms.from()));
        COUPON_NO_LONGER_VALID.require(
                terms.until() == null || !day.isAfter(terms.until()),
                "until",
                String.valueOf(terms.until()));
        mustHaveUses(customer);
    }

    List<CouponEvent> change(CouponTerms other) {
        return List.of(new CouponChanged(id, other));
    }

    List<CouponEvent> deactivate() {
        COUPON_NOT_ACTIVE.require(active);
        return List.of(new CouponDeactivated(id));
    }

    List<CouponEvent> reactivate() {
        COUPON_ALREADY_ACTIVE.require(!active);
        return List.of(new CouponReactivated(id));
    }

    List<CouponEvent> hold(HoldUse command) {
        COUPON_USE_IS_HELD_ONCE.require(
                !holders.containsKey(command.order()), "order", command.order());
        mustHaveUses(command.customer());
        return List.of(new UseHeld(id, command.order(), command.customer(), holders.size() + 1));
    }

    List<CouponEvent> release(ReleaseUse command) {
        COUPON_USE_NOT_HELD.require(holders.containsKey(command.order()), "order", command.order());
        return List.of(new UseReleased(id, command.order(), holders.size() - 1));
    }

    private void mustHaveUses(@Nullable CustomerId customer) {
        COUPON_USED_UP.require(
                terms.uses() == null || holders.size() < terms.uses(), "uses", holders.size());
        if (terms.usesPerCustomer() != null) {
            COUPON_NEEDS_CUSTOMER.require(customer != null);
            var theirs = Optional.ofNullable(customer);
            long used = holders.values().stream().filter(theirs::equals).count();
            COUPON_USED_UP_BY_CUSTOMER.require(used < terms.usesPerCustomer(), "uses", used);
        }
    }

    IssuedCoupon with(CouponTerms other) {
        return new IssuedCoupon(id, code, other, active, holders);
    }

    IssuedCoupon active(boolean now) {
        return new IssuedCoupon(id, code, terms, now, holders);
    }

    IssuedCoupon held(OrderId order, @Nullable CustomerId customer) {
        var all = new HashMap<>(holders);
        all.put(order, Optional.ofNullable(customer));
        return new IssuedCoupon(id, code, terms, active, all);
    }

    IssuedCoupon released(OrderId order) {
        var left = new HashMap<>(holders);
        left.remove(order);
        return new IssuedCoupon(id, code, terms, active, left);
    }
}
