package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.CouponBook.*;
import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.coupons.CouponCommand.HoldUse;
import pe.comanda.domain.coupons.CouponCommand.ReleaseUse;
import pe.comanda.domain.coupons.CouponRule;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.shared.Spec;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedeemCouponTest {
    private static final AppliedCoupon TENTH = coupon(new Percentage(percent("10")));
    private static final AppliedCoupon FROM_80 =
            limited(new Percentage(percent("50")), "80.00", null);
    private static final ApplyCoupon APPLY = new ApplyCoupon(ORDER, TENTH.code());

    @Test
    void a_coupon_becomes_the_orders_discount() {
        var applied = with(TENTH, placed(TWO_CEVICHES)).when(APPLY).one(CouponApplied.class);
        assertThat(applied.discount()).isEqualTo(soles("7.60"));
        assertThat(applied.totals().total()).isEqualTo(soles("68.40"));
        assertThat(applied.totals().discount()).isEqualTo(soles("7.60"));
    }

    @Test
    void it_comes_on_top_of_what_was_granted() {
        var order = with(TENTH, placed(TWO_CEVICHES));
        var granted = new GrantDiscount(ORDER, soles("6.00"), "demora en cocina");
        var applied = order.when(granted).and().when(APPLY).one(CouponApplied.class);
        assertThat(applied.totals().total()).isEqualTo(soles("62.40"));
    }

    @Test
    void it_follows_the_lines_that_come_and_go() {
        var order = with(TENTH, placed(TWO_CEVICHES, A_CHICHA)).when(APPLY).and();
        var gone =
                order.when(new CancelLine(ORDER, A_CHICHA.id(), "no hay")).one(LineCancelled.class);
        assertThat(gone.totals().discount()).isEqualTo(soles("7.60"));
        var added =
                order.when(new AddRound(ORDER, List.of(ask("line-9", CEVICHE, 1))))
                        .one(RoundAdded.class);
        assertThat(added.totals().discount()).isEqualTo(soles("12.60"));
    }

    @Test
    void below_its_minimum_it_gives_nothing_until_the_order_is_there_again() {
        var order =
                with(FROM_80, placed(TWO_CEVICHES, A_CHICHA))
                        .when(APPLY)
                        .and()
                        .when(new CancelLine(ORDER, A_CHICHA.id(), "no hay"))
                        .and();
        assertThat(open(order).totals().total()).isEqualTo(soles("76.00"));
        var again = order.when(new AddRound(ORDER, List.of(ask("line-9", CEVICHE, 1)))).and();
        assertThat(open(again).totals().total()).isEqualTo(soles("57.00"));
    }

    @Test
    void one_coupon_an_order() {
        with(TENTH, placed(TWO_CEVICHES))
                .when(APPLY)
                .and()
                .when(APPLY)
                .refusedBy(ORDER_HAS_A_COUPON);
    }

    @Test
    void the_minimum_is_reached_or_it_is_refused() {
        with(FROM_80, placed(TWO_CEVICHES)).when(APPLY).refusedBy(COUPON_MINIMUM_NOT_REACHED);
    }

    @Test
    void a_coupon_that_gives_nothing_is_not_spent() {
        var lomo = about(new FreeItem(LOMO), LOMO);
        with(lomo, placed(TWO_CEVICHES)).when(APPLY).refusedBy(COUPON_GIVES_NOTHING);
    }

    @Test
    void a_code_that_nobody_knows_is_refused() {
        given(placed(TWO_CEVICHES)).when(APPLY).refusedBy(CouponRule.COUPON_UNKNOWN);
    }

    @Test
    void nobody_is_left_overpaid() {
        with(TENTH, placed(TWO_CEVICHES), paid(FIRST, "70.00", "6.00"))
                .when(APPLY)
                .refusedBy(CANCELLING_WOULD_LEAVE_OVERPAID);
    }

    @Test
    void more_lines_that_would_cost_less_than_what_was_paid_are_refused() {
        with(FROM_80, placed(TWO_CEVICHES, A_CHICHA))
                .when(APPLY)
                .and()
                .when(new CancelLine(ORDER, A_CHICHA.id(), "no hay"))
                .and()
                .given(List.of(paid(FIRST, "70.00", "6.00")))
                .when(new AddRound(ORDER, List.of(ask("line-9", CEVICHE, 1))))
                .refusedBy(CANCELLING_WOULD_LEAVE_OVERPAID);
    }

    @Test
    void it_completes_what_was_served_and_paid_up_to_it() {
        var outcome =
                with(TENTH, then(served(TWO_CEVICHES), paid(FIRST, "68.40", "7.60"))).when(APPLY);
        assertThat(outcome.one(OrderCompleted.class).totals().total()).isEqualTo(soles("68.40"));
    }

    @Test
    void without_it_the_order_costs_what_it_did() {
        var removed =
                with(TENTH, placed(TWO_CEVICHES))
                        .when(APPLY)
                        .and()
                        .when(new RemoveCoupon(ORDER))
                        .one(CouponRemoved.class);
        assertThat(removed.totals().total()).isEqualTo(soles("76.00"));
        given(placed(TWO_CEVICHES)).when(new RemoveCoupon(ORDER)).refusedBy(ORDER_HAS_NO_COUPON);
    }

    @Test
    void a_use_that_counts_for_a_customer_stays_theirs() {
        var rosas =
                new AppliedCoupon(
                        TENTH.coupon(),
                        TENTH.code(),
                        TENTH.benefit(),
                        null,
                        soles("0.00"),
                        null,
                        ROSA);
        var order = with(rosas, placed(TWO_CEVICHES)).when(APPLY).and();
        order.when(new AttachCustomer(ORDER, new CustomerId("customer-otto")))
                .refusedBy(COUPON_COUNTS_FOR_ANOTHER);
        assertThat(order.when(new AttachCustomer(ORDER, ROSA)).accepted().events()).hasSize(1);
    }

    @Test
    void the_use_is_held_and_given_back_with_the_order() {
        var order = with(TENTH, placed(TWO_CEVICHES));
        var applied = order.when(APPLY);
        assertThat(order.state().atTheCoupon(applied.one(CouponApplied.class)))
                .contains(new HoldUse(TENTH.coupon(), ORDER, null));

        var held = applied.and();
        var release = new ReleaseUse(TENTH.coupon(), ORDER);
        assertThat(
                        held.state()
                                .atTheCoupon(
                                        held.when(new RemoveCoupon(ORDER))
                                                .one(CouponRemoved.class)))
                .contains(release);
        assertThat(
                        held.state()
                                .atTheCoupon(
                                        held.when(new CancelOrder(ORDER, "se fueron"))
                                                .one(OrderCancelled.class)))
                .contains(release);
        var lastLine = new CancelLine(ORDER, TWO_CEVICHES.id(), "no quiere");
        assertThat(
                        held.given(List.of())
                                .state()
                                .atTheCoupon(
                                        with(Role.CASHIER, TENTH, placed(TWO_CEVICHES))
                                                .when(APPLY)
                                                .and()
                                                .when(lastLine)
                                                .one(OrderCancelled.class)))
                .contains(release);
    }

    @Test
    void a_sale_whose_money_is_all_given_back_gives_its_use_back() {
        var twoPayments =
                then(
                        served(TWO_CEVICHES),
                        paid(FIRST, "30.00", "46.00"),
                        paid(SECOND, "38.40", "7.60"));
        var completed = with(TENTH, twoPayments).when(APPLY).and();
        assertThat(completed.state().status()).isEqualTo(OrderStatus.COMPLETED);

        var first = completed.when(new VoidPayment(ORDER, FIRST, "tarjeta ajena"));
        assertThat(completed.state().atTheCoupon(first.one(PaymentVoided.class))).isEmpty();
        var second = first.and().when(new VoidPayment(ORDER, SECOND, "tarjeta ajena"));
        assertThat(first.and().state().atTheCoupon(second.one(PaymentVoided.class)))
                .contains(new ReleaseUse(TENTH.coupon(), ORDER));
    }

    @Test
    void an_order_without_a_coupon_gives_none_back() {
        var order = given(placed(TWO_CEVICHES));
        var cancelled = order.when(new CancelOrder(ORDER, "se fueron")).one(OrderCancelled.class);
        assertThat(order.state().atTheCoupon(cancelled)).isEmpty();
    }

    private static Spec<Order, OrderCommand, OrderEvent> with(
            AppliedCoupon coupon, OrderEvent... events) {
        return with(Role.CASHIER, coupon, events);
    }

    private static Spec<Order, OrderCommand, OrderEvent> with(
            Role by, AppliedCoupon coupon, OrderEvent... events) {
        return given(facts(by, only(coupon)), events);
    }

    private static OpenOrder open(Spec<Order, OrderCommand, OrderEvent> order) {
        return (OpenOrder) order.state();
    }
}
