package pe.comanda.command.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import static pe.comanda.command.coupons.CouponStage.COUPON;
import static pe.comanda.command.ordering.OrderStage.NEXT;
import static pe.comanda.command.ordering.OrderStage.ORDER;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.coupons.CouponStage;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.coupons.Benefit.Percentage;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponCommand.CreateCoupon;
import pe.comanda.domain.coupons.CouponEvent.UseHeld;
import pe.comanda.domain.coupons.CouponEvent.UseReleased;
import pe.comanda.domain.coupons.CouponRule;
import pe.comanda.domain.coupons.CouponTerms;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.CouponApplied;
import pe.comanda.domain.ordering.OrderEvent.OrderCancelled;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** Orders and coupons together, on Axon as it runs, with events kept in memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedeemingTest {
    private static final CouponCode CODE = new CouponCode("CEVICHE10");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    /** Past midnight in London, and still Sunday in Lima. */
    private static final Clock LATE =
            Clock.fixed(Instant.parse("2026-11-23T04:30:00Z"), ZoneOffset.UTC);

    private final CouponStage coupons = new CouponStage();
    private final OrderStage stage = new OrderStage(coupons::on, coupons::desk, _ -> mock(), LATE);

    @BeforeEach
    void two_orders_are_placed() {
        stage.place(ORDER, null);
        stage.place(NEXT, null);
    }

    @AfterEach
    void shut_down() {
        stage.close();
    }

    @Test
    void an_order_has_the_coupon_and_the_coupon_the_order_in_the_same_breath() {
        create(terms(1, SUNDAY));
        stage.send(new ApplyCoupon(ORDER, CODE));

        assertThat(stage.history(ORDER)).hasAtLeastOneElementOfType(CouponApplied.class);
        assertThat(stage.history(COUPON)).endsWith(new UseHeld(COUPON, ORDER, null, 1));
    }

    @Test
    void the_order_that_comes_too_late_is_refused_and_leaves_no_trace() {
        create(terms(1, SUNDAY));
        stage.send(new ApplyCoupon(ORDER, CODE));

        assertThatThrownBy(() -> stage.send(new ApplyCoupon(NEXT, CODE)))
                .hasMessageContaining(CouponRule.COUPON_USED_UP.name());
        assertThat(stage.history(NEXT)).hasSize(1);
        assertThat(stage.history(COUPON)).hasSize(2);
    }

    @Test
    void a_cancelled_order_gives_its_use_to_the_next() {
        create(terms(1, SUNDAY));
        stage.send(new ApplyCoupon(ORDER, CODE));
        stage.send(new CancelOrder(ORDER, "se fueron"));
        stage.send(new ApplyCoupon(NEXT, CODE));

        assertThat(stage.history(ORDER)).last().isInstanceOf(OrderCancelled.class);
        assertThat(stage.history(COUPON))
                .endsWith(
                        new UseHeld(COUPON, ORDER, null, 1),
                        new UseReleased(COUPON, ORDER, 0),
                        new UseHeld(COUPON, NEXT, null, 1));
    }

    @Test
    void a_removed_coupon_can_be_had_again_by_the_same_order() {
        create(terms(1, SUNDAY));
        stage.send(new ApplyCoupon(ORDER, CODE));
        stage.send(new RemoveCoupon(ORDER));
        stage.send(new ApplyCoupon(ORDER, CODE));

        assertThat(stage.history(COUPON)).endsWith(new UseHeld(COUPON, ORDER, null, 1));
    }

    @Test
    void of_many_orders_at_once_as_many_get_it_as_there_are_uses() throws Exception {
        create(terms(5, SUNDAY));
        assertThat(stage.ofManyAtOnce(null, this::redeems)).isEqualTo(5);
        assertThat(stage.history(COUPON)).filteredOn(UseHeld.class::isInstance).hasSize(5);
    }

    @Test
    void the_last_day_is_the_branchs_own() {
        create(terms(null, SUNDAY));
        stage.send(new ApplyCoupon(ORDER, CODE));
        assertThat(stage.history(COUPON)).hasSize(2);
    }

    @Test
    void a_day_later_it_is_over() {
        create(terms(null, SUNDAY.minusDays(1)));
        assertThatThrownBy(() -> stage.send(new ApplyCoupon(ORDER, CODE)))
                .hasMessageContaining(CouponRule.COUPON_NO_LONGER_VALID.name());
    }

    @Test
    void a_coupon_of_another_organization_is_out_of_reach() {
        stage.send(
                new CreateCoupon(COUPON, CODE, terms(null, SUNDAY)),
                Caller.system("org-2", "branch-9", "test"));
        assertThatThrownBy(() -> stage.send(new ApplyCoupon(ORDER, CODE)))
                .hasMessageContaining(AccessRule.FOREIGN_TENANT.name());
    }

    private boolean redeems(OrderId order) {
        try {
            stage.send(new ApplyCoupon(order, CODE));
            return true;
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining(CouponRule.COUPON_USED_UP.name());
            return false;
        }
    }

    private static CouponTerms terms(@Nullable Integer uses, LocalDate until) {
        return new CouponTerms(
                "Promo",
                new Percentage(BigDecimal.TEN),
                Money.ZERO,
                null,
                null,
                until,
                Set.of(new BranchId("branch-1")),
                uses,
                null);
    }

    private void create(CouponTerms terms) {
        stage.send(new CreateCoupon(COUPON, CODE, terms));
    }
}
