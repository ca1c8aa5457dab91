package pe.comanda.domain.rewards;

import static pe.comanda.domain.rewards.RewardRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.shared.Words;

/** Judges the terms that somebody wants a reward to have. */
final class RewardTermsCheck {
    private static final int MOST = 1_000_000;

    private RewardTermsCheck() {}

    /** The terms as they are kept; refuses those that contradict themselves or the menu. */
    static RewardTerms of(RewardTerms terms, RewardFacts facts) {
        var name = Words.required("name", terms.name(), 80);
        REWARD_POINTS_OUT_OF_RANGE.require(terms.points() >= 1 && terms.points() <= MOST);
        REWARD_BENEFIT_OUT_OF_RANGE.require(isOffered(terms.benefit()));
        REWARD_DATES_OUT_OF_ORDER.require(
                terms.from() == null
                        || terms.until() == null
                        || !terms.until().isBefore(terms.from()));
        REWARD_LIMIT_OUT_OF_RANGE.require(
                isNullOrCount(terms.stock()) && isNullOrCount(terms.perCustomer()));
        mustBeOnTheMenu(terms, facts);
        return new RewardTerms(
                name,
                terms.points(),
                terms.benefit(),
                terms.branch(),
                terms.from(),
                terms.until(),
                terms.stock(),
                terms.perCustomer());
    }

    private static void mustBeOnTheMenu(RewardTerms terms, RewardFacts facts) {
        var dish = terms.benefit().onlyDish();
        if (dish != null) {
            var branch = terms.branch();
            if (branch == null) {
                throw REWARD_DISH_NEEDS_BRANCH.broken();
            }
            REWARD_DISH_NOT_ON_MENU.require(facts.hasDish(branch, dish), "branch", branch);
        }
    }

    private static boolean isOffered(Benefit benefit) {
        return switch (benefit) {
            case Percentage _, FixedAmount _ -> benefit.makesSense();
            case FreeItem(var dish) -> dish != null;
            case ItemDiscount _, CategoryDiscount _, BuyAndGet _ -> false;
        };
    }

    private static boolean isNullOrCount(@Nullable Integer count) {
        return count == null || count >= 1 && count <= MOST;
    }
}
