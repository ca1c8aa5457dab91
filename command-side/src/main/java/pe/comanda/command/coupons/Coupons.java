package pe.comanda.command.coupons;

import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.ordering.CouponDesk;
import pe.comanda.command.ordering.OffersSource;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponCommand;
import pe.comanda.domain.coupons.IssuedCoupon;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.AppliedCoupon;
import pe.comanda.domain.ordering.Redeemables;
import pe.comanda.domain.tenancy.BranchId;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;

/**
 * The coupons, as an order reaches them: in its own transaction, so that an order has a coupon and
 * the coupon one use less by one commit, or neither.
 */
class Coupons implements CouponDesk {
    private final Function<String, Aggregate<CouponAggregate>> load;
    private final CouponRegister register;
    private final OffersSource offers;

    /**
     * @param load loads a coupon within the unit of work at hand
     */
    Coupons(
            Function<String, Aggregate<CouponAggregate>> load,
            CouponRegister register,
            OffersSource offers) {
        this.load = load;
        this.register = register;
        this.offers = offers;
    }

    @Override
    public Redeemables in(String organization, String branch, LocalDate day) {
        return (code, customer) -> {
            var id = register.find(organization, code);
            IssuedCoupon coupon =
                    load.apply(id.value()).invoke(shell -> shell.issuedBy(organization));
            coupon.mustAdmit(new BranchId(branch), day, customer);
            return applied(coupon, code, branch, customer);
        };
    }

    @Override
    public void follow(CouponCommand command) {
        load.apply(command.coupon().value()).execute(shell -> shell.follow(command));
    }

    private AppliedCoupon applied(
            IssuedCoupon coupon, CouponCode code, String branch, @Nullable CustomerId customer) {
        var terms = coupon.terms();
        return new AppliedCoupon(
                coupon.id(),
                code,
                terms.benefit(),
                dishes(coupon, branch),
                terms.minimum(),
                terms.cap(),
                terms.usesPerCustomer() == null ? null : customer);
    }

    /** A category is taken as it is on the menu now; what was taken off it since counts no more. */
    private @Nullable Set<MenuItemId> dishes(IssuedCoupon coupon, String branch) {
        var benefit = coupon.terms().benefit();
        var dish = benefit.onlyDish();
        if (dish != null) {
            return Set.of(dish);
        }
        var category = benefit.onlyCategory();
        return category == null ? null : offers.under(branch, category).orElse(Set.of());
    }
}
