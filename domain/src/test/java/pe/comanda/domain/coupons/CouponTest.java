package pe.comanda.domain.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.coupons.CouponRule.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.coupons.CouponCommand.*;
import pe.comanda.domain.coupons.CouponEvent.*;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Seeds;
import pe.comanda.domain.shared.Spec;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CouponTest {
    private static final CouponId ID = new CouponId("coupon-1");
    private static final CouponCode CODE = new CouponCode("CEVICHE10");
    private static final BranchId HERE = new BranchId("branch-here");
    private static final BranchId THERE = new BranchId("branch-there");
    private static final MenuItemId LOMO = new MenuItemId("dish-lomo");
    private static final CategoryId DRINKS = new CategoryId("category-drinks");
    private static final CustomerId ROSA = new CustomerId("customer-rosa");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Benefit TENTH = new Percentage(new BigDecimal("10"));

    // --- making one

    @Test
    void it_is_created_with_its_terms() {
        given().when(new CreateCoupon(ID, CODE, terms(TENTH)))
                .then(new CouponCreated(ID, CODE, terms(TENTH)));
        created(terms(TENTH))
                .when(new CreateCoupon(ID, CODE, terms(TENTH)))
                .refusedBy(COUPON_IS_CREATED_ONCE);
        given().when(new DeactivateCoupon(ID)).refusedBy(COUPON_MUST_EXIST);
    }

    @Test
    void a_code_is_read_as_guests_type_it() {
        assertThat(new CouponCode(" ceviche-10 ")).isEqualTo(new CouponCode("CEVICHE-10"));
        for (var text : List.of("", "ab", "con espacio", "ñandú", "-abc", "x".repeat(31))) {
            assertThatThrownBy(() -> new CouponCode(text)).isInstanceOf(MalformedValue.class);
        }
    }

    @Test
    void a_benefit_gives_something_and_no_more_than_everything() {
        for (var percent : List.of("0", "-1", "100.01", "0.001")) {
            create(terms(new Percentage(new BigDecimal(percent))))
                    .refusedBy(COUPON_BENEFIT_OUT_OF_RANGE);
        }
        create(terms(new Percentage(new BigDecimal("100")))).accepted();
        create(terms(new FixedAmount(Money.ZERO))).refusedBy(COUPON_BENEFIT_OUT_OF_RANGE);
        create(terms(new BuyAndGet(0, 1, null))).refusedBy(COUPON_BENEFIT_OUT_OF_RANGE);
        create(terms(new BuyAndGet(1, 21, null))).refusedBy(COUPON_BENEFIT_OUT_OF_RANGE);
    }

    @Test
    void terms_do_not_contradict_themselves() {
        create(dated(TODAY, TODAY.minusDays(1))).refusedBy(COUPON_DATES_OUT_OF_ORDER);
        create(dated(TODAY, TODAY)).accepted();
        create(limited(0, null)).refusedBy(COUPON_LIMIT_OUT_OF_RANGE);
        create(limited(null, -1)).refusedBy(COUPON_LIMIT_OUT_OF_RANGE);
        create(priced("-0.01", null)).refusedBy(COUPON_AMOUNT_OUT_OF_RANGE);
        create(priced("0.00", "0.00")).refusedBy(COUPON_AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void what_names_a_dish_is_of_the_branch_that_has_it() {
        create(bound(new FreeItem(LOMO), HERE)).accepted();
        create(bound(new FreeItem(LOMO), THERE)).refusedBy(COUPON_DISH_NOT_ON_MENU);
        create(bound(new FreeItem(LOMO), HERE, THERE)).refusedBy(MENU_COUPON_BINDS_ONE_BRANCH);
        create(bound(new FreeItem(LOMO))).refusedBy(MENU_COUPON_BINDS_ONE_BRANCH);
        create(bound(new BuyAndGet(1, 1, DRINKS), THERE)).refusedBy(COUPON_DISH_NOT_ON_MENU);
        create(bound(new BuyAndGet(1, 1, DRINKS), HERE)).accepted();
        create(bound(new FreeItem(null))).accepted();
    }

    // --- who may have it

    @Test
    void it_is_honoured_by_its_branches() {
        var here = created(bound(TENTH, HERE));
        admit(here, HERE, TODAY, null);
        refuse(here, THERE, TODAY, null, COUPON_OF_ANOTHER_BRANCH);
        admit(created(bound(TENTH)), THERE, TODAY, null);
    }

    @Test
    void its_first_and_its_last_day_count() {
        var week = created(dated(TODAY, TODAY.plusDays(6)));
        admit(week, HERE, TODAY, null);
        admit(week, HERE, TODAY.plusDays(6), null);
        refuse(week, HERE, TODAY.minusDays(1), null, COUPON_NOT_YET_VALID);
        refuse(week, HERE, TODAY.plusDays(7), null, COUPON_NO_LONGER_VALID);
    }

    @Test
    void nobody_gets_one_that_was_switched_off() {
        var off = created(terms(TENTH)).when(new DeactivateCoupon(ID)).and();
        refuse(off, HERE, TODAY, null, COUPON_NOT_ACTIVE);
        off.when(new DeactivateCoupon(ID)).refusedBy(COUPON_NOT_ACTIVE);
        var on = off.when(new ReactivateCoupon(ID)).and();
        admit(on, HERE, TODAY, null);
        on.when(new ReactivateCoupon(ID)).refusedBy(COUPON_ALREADY_ACTIVE);
    }

    // --- how often

    @Test
    void the_last_use_is_the_last() {
        var used =
                created(limited(2, null)).when(hold("order-1")).and().when(hold("order-2")).and();
        used.when(hold("order-3")).refusedBy(COUPON_USED_UP);
        refuse(used, HERE, TODAY, null, COUPON_USED_UP);
    }

    @Test
    void a_use_that_is_given_back_can_be_had_again() {
        created(limited(1, null))
                .when(hold("order-1"))
                .and()
                .when(release("order-1"))
                .and()
                .when(hold("order-2"))
                .then(new UseHeld(ID, new OrderId("order-2"), null, 1));
    }

    @Test
    void an_order_holds_one_use_and_gives_it_back_once() {
        var held = created(terms(TENTH)).when(hold("order-1")).and();
        held.when(hold("order-1")).refusedBy(COUPON_USE_IS_HELD_ONCE);
        var released = held.when(release("order-1"));
        released.then(new UseReleased(ID, new OrderId("order-1"), 0));
        released.and().when(release("order-1")).refusedBy(COUPON_USE_NOT_HELD);
    }

    @Test
    void each_customer_has_a_limit_of_their_own() {
        var once = created(limited(null, 1));
        refuse(once, HERE, TODAY, null, COUPON_NEEDS_CUSTOMER);
        var used = once.when(new HoldUse(ID, new OrderId("order-1"), ROSA)).and();
        refuse(used, HERE, TODAY, ROSA, COUPON_USED_UP_BY_CUSTOMER);
        used.when(new HoldUse(ID, new OrderId("order-2"), ROSA))
                .refusedBy(COUPON_USED_UP_BY_CUSTOMER);
        admit(used, HERE, TODAY, new CustomerId("customer-otto"));
    }

    @Test
    void other_terms_count_what_was_used_before() {
        created(limited(5, null))
                .when(hold("order-1"))
                .and()
                .when(new ChangeCoupon(ID, limited(1, null)))
                .and()
                .when(hold("order-2"))
                .refusedBy(COUPON_USED_UP);
    }

    @Test
    void no_history_uses_it_more_often_than_it_may_be() {
        Seeds.forEach(
                200,
                random -> {
                    var held = new HashMap<OrderId, CustomerId>();
                    var coupon = created(limited(4, 2));
                    for (int i = 0; i < 60; i++) {
                        var order = new OrderId("order-" + random.nextInt(9));
                        var customer = new CustomerId("customer-" + random.nextInt(3));
                        var command =
                                random.nextBoolean()
                                        ? new HoldUse(ID, order, customer)
                                        : new ReleaseUse(ID, order);
                        var outcome = coupon.when(command);
                        if (outcome.refusal() == null) {
                            coupon = outcome.and();
                            if (command instanceof HoldUse) {
                                assertThat(held.put(order, customer)).isNull();
                            } else {
                                assertThat(held.remove(order)).isNotNull();
                            }
                        }
                        assertThat(held.size()).isLessThanOrEqualTo(4);
                        assertThat(held.values().stream().filter(customer::equals).count())
                                .isLessThanOrEqualTo(2);
                        assertThat(((IssuedCoupon) coupon.state()).holders()).hasSameSizeAs(held);
                    }
                });
    }

    // --- words

    private static HoldUse hold(String order) {
        return new HoldUse(ID, new OrderId(order), null);
    }

    private static ReleaseUse release(String order) {
        return new ReleaseUse(ID, new OrderId(order));
    }

    private static Spec<Coupon, CouponCommand, CouponEvent> given() {
        return new Spec<>(
                Coupon.NOT_CREATED,
                (coupon, command) -> coupon.decide(command, new Menu()),
                Coupon::evolve);
    }

    private static Spec<Coupon, CouponCommand, CouponEvent> created(CouponTerms terms) {
        return given().given(List.of(new CouponCreated(ID, CODE, terms)));
    }

    private static Spec.Outcome<Coupon, CouponCommand, CouponEvent> create(CouponTerms terms) {
        return given().when(new CreateCoupon(ID, CODE, terms));
    }

    private static void admit(
            Spec<Coupon, CouponCommand, CouponEvent> coupon,
            BranchId branch,
            LocalDate day,
            @Nullable CustomerId customer) {
        coupon.state().issued().mustAdmit(branch, day, customer);
    }

    private static void refuse(
            Spec<Coupon, CouponCommand, CouponEvent> coupon,
            BranchId branch,
            LocalDate day,
            @Nullable CustomerId customer,
            CouponRule rule) {
        assertThatThrownBy(() -> admit(coupon, branch, day, customer))
                .isInstanceOfSatisfying(
                        RuleViolated.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static CouponTerms terms(Benefit benefit) {
        return bound(benefit);
    }

    private static CouponTerms bound(Benefit benefit, BranchId... branches) {
        return new CouponTerms(
                "Promo", benefit, Money.ZERO, null, null, null, Set.of(branches), null, null);
    }

    private static CouponTerms dated(LocalDate from, LocalDate until) {
        return new CouponTerms("Promo", TENTH, Money.ZERO, null, from, until, Set.of(), null, null);
    }

    private static CouponTerms limited(@Nullable Integer uses, @Nullable Integer each) {
        return new CouponTerms("Promo", TENTH, Money.ZERO, null, null, null, Set.of(), uses, each);
    }

    private static CouponTerms priced(String minimum, @Nullable String cap) {
        return new CouponTerms(
                "Promo",
                TENTH,
                Money.of(minimum),
                cap == null ? null : Money.of(cap),
                null,
                null,
                Set.of(),
                null,
                null);
    }

    /** The lomo and the drinks are on the menu here, and there is nothing there. */
    private record Menu() implements CouponFacts {
        @Override
        public boolean hasDish(BranchId branch, MenuItemId dish) {
            return branch.equals(HERE) && dish.equals(LOMO);
        }

        @Override
        public boolean hasCategory(BranchId branch, CategoryId category) {
            return branch.equals(HERE) && category.equals(DRINKS);
        }
    }
}
