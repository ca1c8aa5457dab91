package pe.comanda.domain.coupons;

import static pe.comanda.domain.coupons.CouponRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Words;

/** Judges the terms that somebody wants a coupon to have. */
final class TermsCheck {
    private static final int MOST_USES = 1_000_000;

    private TermsCheck() {}

    /** The terms as they are kept; refuses those that contradict themselves or the menu. */
    static CouponTerms of(CouponTerms terms, CouponFacts facts) {
        var name = Words.required("name", terms.name(), 80);
        COUPON_BENEFIT_OUT_OF_RANGE.require(terms.benefit().makesSense());
        COUPON_AMOUNT_OUT_OF_RANGE.require(
                !terms.minimum().isNegative() && isNullOrPositive(terms.cap()));
        COUPON_DATES_OUT_OF_ORDER.require(
                terms.from() == null
                        || terms.until() == null
                        || !terms.until().isBefore(terms.from()));
        COUPON_LIMIT_OUT_OF_RANGE.require(
                isNullOrCount(terms.uses()) && isNullOrCount(terms.usesPerCustomer()));
        mustBeOnTheMenu(terms, facts);
        return new CouponTerms(
                name,
                terms.benefit(),
                terms.minimum(),
                terms.cap(),
                terms.from(),
                terms.until(),
                terms.branches(),
                terms.uses(),
                terms.usesPerCustomer());
    }

    /** A dish and a category are of one branch's menu, so what names one is honoured there only. */
    private static void mustBeOnTheMenu(CouponTerms terms, CouponFacts facts) {
        var dish = terms.benefit().onlyDish();
        var category = terms.benefit().onlyCategory();
        if (dish == null && category == null) {
            return;
        }
        MENU_COUPON_BINDS_ONE_BRANCH.require(terms.branches().size() == 1);
        var branch = terms.branches().iterator().next();
        COUPON_DISH_NOT_ON_MENU.require(
                (dish == null || facts.hasDish(branch, dish))
                        && (category == null || facts.hasCategory(branch, category)),
                "branch",
                branch);
    }

    private static boolean isNullOrPositive(@Nullable Money amount) {
        return amount == null || amount.isPositive();
    }

    private static boolean isNullOrCount(@Nullable Integer count) {
        return count == null || count >= 1 && count <= MOST_USES;
    }
}
