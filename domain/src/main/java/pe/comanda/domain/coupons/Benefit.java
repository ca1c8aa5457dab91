package pe.comanda.domain.coupons;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.Objects;

/** What a coupon or a reward gives. Prices contain tax, and so does what is taken off them. */
public sealed interface Benefit {

    /**
     * @param percent of the whole order: above 0, at most 100, two decimals
     */
    record Percentage(BigDecimal percent) implements Benefit {
        public Percentage {
            Objects.requireNonNull(percent, "percent");
        }
    }

    /**
     * @param amount off the order, and never more than it costs
     */
    record FixedAmount(Money amount) implements Benefit {
        public FixedAmount {
            Objects.requireNonNull(amount, "amount");
        }
    }

    /**
     * One unit with its options is free: the cheapest of the dish.
     *
     * @param dish null for the cheapest of the whole order
     */
    record FreeItem(@Nullable MenuItemId dish) implements Benefit {}

    record ItemDiscount(MenuItemId dish, BigDecimal percent) implements Benefit {
        public ItemDiscount {
            Objects.requireNonNull(dish, "dish");
            Objects.requireNonNull(percent, "percent");
        }
    }

    /** Of every dish in the category, and in the categories below it. */
    record CategoryDiscount(CategoryId category, BigDecimal percent) implements Benefit {
        public CategoryDiscount {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(percent, "percent");
        }
    }

    /**
     * Of every {@code buy + free} units the cheapest {@code free} ones cost nothing: two for one is
     * 1 and 1.
     *
     * @param category null where every dish counts
     */
    record BuyAndGet(int buy, int free, @Nullable CategoryId category) implements Benefit {}

    /** The dish that it is about, if it is about one. */
    default @Nullable MenuItemId onlyDish() {
        return switch (this) {
            case FreeItem(var dish) -> dish;
            case ItemDiscount(var dish, _) -> dish;
            case Percentage _, FixedAmount _, CategoryDiscount _, BuyAndGet _ -> null;
        };
    }

    /** The category that it is about, if it is about one. */
    default @Nullable CategoryId onlyCategory() {
        return switch (this) {
            case CategoryDiscount(var category, _) -> category;
            case BuyAndGet(_, _, var category) -> category;
            case Percentage _, FixedAmount _, FreeItem _, ItemDiscount _ -> null;
        };
    }

    /** False for what nobody can mean: nothing at all, or more than everything. */
    default boolean makesSense() {
        return switch (this) {
            case Percentage(var percent) -> isPercent(percent);
            case FixedAmount(var amount) -> amount.isPositive();
            case FreeItem _ -> true;
            case ItemDiscount(_, var percent) -> isPercent(percent);
            case CategoryDiscount(_, var percent) -> isPercent(percent);
            case BuyAndGet(int buy, int free, _) ->
                    buy >= 1 && buy <= 20 && free >= 1 && free <= 20;
        };
    }

    private static boolean isPercent(BigDecimal percent) {
        return percent.signum() > 0
                && percent.compareTo(BigDecimal.valueOf(100)) <= 0
                && percent.stripTrailingZeros().scale() <= 2;
    }
}
