package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.CouponBook.*;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;

import java.util.List;

/** What each kind of coupon takes off: two ceviches at 38.00, a chicha at 12.00, 88.00 in all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CouponDiscountTest {
    private static final MenuItemId A_CEVICHE = TWO_CEVICHES.dish();
    private static final CategoryId DRINKS = new CategoryId("category-drinks");

    @Test
    void a_percentage_is_of_everything() {
        takesOff("8.80", coupon(new Percentage(percent("10"))));
        takesOff("88.00", coupon(new Percentage(percent("100"))));
    }

    @Test
    void a_percentage_is_rounded_half_up_to_cents() {
        takesOff("0.44", coupon(new Percentage(percent("0.5"))));
        takesOff("29.33", coupon(new Percentage(percent("33.33"))));
    }

    @Test
    void a_fixed_amount_is_never_more_than_the_order() {
        takesOff("15.00", coupon(new FixedAmount(soles("15.00"))));
        takesOff("88.00", coupon(new FixedAmount(soles("100.00"))));
    }

    @Test
    void one_unit_of_the_dish_is_free_or_the_cheapest_of_all() {
        takesOff("38.00", about(new FreeItem(A_CEVICHE), A_CEVICHE));
        takesOff("12.00", coupon(new FreeItem(null)));
    }

    @Test
    void a_dish_that_was_not_ordered_gives_nothing() {
        takesOff("0.00", about(new FreeItem(LOMO), LOMO));
        takesOff("0.00", about(new ItemDiscount(LOMO, percent("50")), LOMO));
        takesOff("0.00", about(new CategoryDiscount(DRINKS, percent("50"))));
    }

    @Test
    void a_discount_on_a_dish_is_on_all_its_units_and_on_nothing_else() {
        takesOff("38.00", about(new ItemDiscount(A_CEVICHE, percent("50")), A_CEVICHE));
    }

    @Test
    void a_discount_on_a_category_is_on_its_dishes() {
        var drinks = new CategoryDiscount(DRINKS, percent("25"));
        takesOff("3.00", about(drinks, A_CHICHA.dish()));
    }

    @Test
    void of_every_full_group_the_cheapest_are_free() {
        takesOff("12.00", coupon(new BuyAndGet(1, 1, null)));
        takesOff("12.00", coupon(new BuyAndGet(2, 1, null)));
        takesOff("0.00", coupon(new BuyAndGet(3, 1, null)));
        takesOff("38.00", about(new BuyAndGet(1, 1, null), A_CEVICHE));
        var six = List.of(line("line-ceviche", "Ceviche", "38.00", 4), two("12.00"));
        assertThat(CouponDiscount.of(coupon(new BuyAndGet(1, 1, null)), six))
                .isEqualTo(soles("62.00"));
    }

    @Test
    void the_cap_holds() {
        takesOff("20.00", limited(new Percentage(percent("50")), "0.00", "20.00"));
    }

    @Test
    void below_the_minimum_it_gives_nothing() {
        takesOff("8.80", limited(new Percentage(percent("10")), "88.00", null));
        takesOff("0.00", limited(new Percentage(percent("10")), "88.01", null));
    }

    private static OrderLine two(String price) {
        return line("line-chicha", "Chicha", price, 2);
    }

    private static void takesOff(String amount, AppliedCoupon coupon) {
        assertThat(CouponDiscount.of(coupon, List.of(TWO_CEVICHES, A_CHICHA)))
                .isEqualTo(soles(amount));
    }
}
