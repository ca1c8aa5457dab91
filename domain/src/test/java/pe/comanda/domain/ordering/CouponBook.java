package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponId;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Coupons as orders get them. */
final class CouponBook {
    private static final CategoryId MAINS = new CategoryId("category-mains");

    private static final List<AppliedCoupon> ALL =
            List.of(
                    coupon(new Percentage(percent("33.33"))),
                    coupon(new FixedAmount(soles("60.00"))),
                    coupon(new FreeItem(null)),
                    about(new ItemDiscount(LOMO, percent("50")), LOMO),
                    about(new CategoryDiscount(MAINS, percent("12.5")), CEVICHE, PACHAMANCA),
                    about(new BuyAndGet(1, 1, MAINS), CEVICHE, LOMO),
                    limited(new BuyAndGet(2, 3, null), "150.00", "40.00"));

    static final List<CouponCode> CODES = ALL.stream().map(AppliedCoupon::code).toList();

    static final Redeemables OF_EVERY_KIND =
            (code, _) ->
                    ALL.stream()
                            .filter(coupon -> coupon.code().equals(code))
                            .findFirst()
                            .orElseThrow();

    private CouponBook() {}

    static Redeemables only(AppliedCoupon coupon) {
        return (_, _) -> coupon;
    }

    static AppliedCoupon coupon(Benefit benefit) {
        return applied(benefit, null, "0.00", null);
    }

    static AppliedCoupon about(Benefit benefit, MenuItemId... dishes) {
        return applied(benefit, Set.of(dishes), "0.00", null);
    }

    static AppliedCoupon limited(Benefit benefit, String minimum, @Nullable String cap) {
        return applied(benefit, null, minimum, cap == null ? null : soles(cap));
    }

    static BigDecimal percent(String percent) {
        return new BigDecimal(percent);
    }

    private static AppliedCoupon applied(
            Benefit benefit,
            @Nullable Set<MenuItemId> dishes,
            String minimum,
            @Nullable Money cap) {
        var name = benefit.getClass().getSimpleName();
        return new AppliedCoupon(
                new CouponId("coupon-" + name),
                new CouponCode(name + (cap == null ? "" : "-capped")),
                benefit,
                dishes,
                soles(minimum),
                cap,
                null);
    }
}
