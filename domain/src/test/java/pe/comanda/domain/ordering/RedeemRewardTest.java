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
import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand.PayReward;
import pe.comanda.domain.loyalty.LoyaltyCommand.ReturnReward;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.rewards.RewardCommand.HoldRedemption;
import pe.comanda.domain.rewards.RewardCommand.ReleaseRedemption;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.rewards.RewardRule;
import pe.comanda.domain.shared.Spec;

import java.time.Instant;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedeemRewardTest {
    private static final Instant NOON = Instant.parse("2026-11-18T17:00:00Z");
    private static final RewardId REWARD = new RewardId("reward-1");
    private static final ApplyReward REDEEM = new ApplyReward(ORDER, REWARD);
    private static final Benefit FIFTH = new Percentage(percent("20"));
    private static final Benefit TEN_SOLES = new FixedAmount(soles("10.00"));
    private static final Benefit A_CEVICHE = new FreeItem(CEVICHE);
    private static final OrderEvent ROSAS = new CustomerAttached(ORDER, ROSA);
    private static final AppliedCoupon HALF = coupon(new Percentage(percent("50")));

    @Test
    void a_reward_becomes_a_discount_shared_over_the_lines() {
        var applied = with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS).when(REDEEM);
        var event = applied.one(RewardApplied.class);
        assertThat(event.reward().worth()).isEqualTo(soles("10.00"));
        assertThat(event.reward().points()).isEqualTo(150);
        assertThat(event.totals().total()).isEqualTo(soles("66.00"));
        assertThat(event.totals().discount()).isEqualTo(soles("10.00"));
        assertThat(event.totals().base().plus(event.totals().tax())).isEqualTo(soles("66.00"));
    }

    @Test
    void one_unit_of_its_dish_is_free() {
        var event = with(A_CEVICHE, placed(TWO_CEVICHES), ROSAS).when(REDEEM);
        assertThat(event.one(RewardApplied.class).totals().total()).isEqualTo(soles("38.00"));
    }

    @Test
    void it_is_of_what_the_coupon_and_what_was_granted_leave() {
        var order = with(FIFTH, placed(TWO_CEVICHES), ROSAS);
        var after =
                order.when(new GrantDiscount(ORDER, soles("6.00"), "demora"))
                        .and()
                        .when(new ApplyCoupon(ORDER, HALF.code()))
                        .and()
                        .when(REDEEM)
                        .one(RewardApplied.class);
        // 76.00 - 6.00 - 38.00 = 32.00, and a fifth of it is 6.40.
        assertThat(after.reward().worth()).isEqualTo(soles("6.40"));
        assertThat(after.totals().total()).isEqualTo(soles("25.60"));
    }

    @Test
    void it_never_takes_more_than_is_left() {
        var order = with(new FixedAmount(soles("60.00")), placed(TWO_CEVICHES), ROSAS);
        var after = order.when(new ApplyCoupon(ORDER, HALF.code())).and().when(REDEEM);
        assertThat(after.one(RewardApplied.class).reward().worth()).isEqualTo(soles("38.00"));
        assertThat(after.one(RewardApplied.class).totals().total()).isEqualTo(soles("0.00"));
    }

    @Test
    void what_it_takes_off_never_grows_and_shrinks_with_the_order() {
        var order = with(FIFTH, placed(TWO_CEVICHES, A_CHICHA), ROSAS).when(REDEEM).and();
        var more = order.when(new AddRound(ORDER, List.of(ask("line-9", CEVICHE, 1))));
        assertThat(more.one(RoundAdded.class).totals().discount()).isEqualTo(soles("17.60"));
        var less = order.when(new CancelLine(ORDER, A_CHICHA.id(), "no hay"));
        assertThat(less.one(LineCancelled.class).totals().discount()).isEqualTo(soles("15.20"));
    }

    @Test
    void it_goes_back_by_itself_with_the_last_of_its_dish() {
        var order = with(A_CEVICHE, placed(TWO_CEVICHES, A_CHICHA), ROSAS).when(REDEEM).and();
        var gone = order.when(new CancelLine(ORDER, TWO_CEVICHES.id(), "no hay"));
        var removed = gone.one(RewardRemoved.class);
        assertThat(removed.totals().total()).isEqualTo(soles("12.00"));
        assertThat(((OpenOrder) gone.and().state()).off().reward()).isNull();
        gone.and().when(REDEEM).refusedBy(REWARD_DISH_NOT_ON_ORDER);
    }

    @Test
    void one_reward_an_order() {
        with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS)
                .when(REDEEM)
                .and()
                .when(REDEEM)
                .refusedBy(ORDER_HAS_A_REWARD);
    }

    @Test
    void nobodys_points_pay_for_nobodys_order() {
        with(TEN_SOLES, placed(TWO_CEVICHES)).when(REDEEM).refusedBy(REWARD_NEEDS_CUSTOMER);
    }

    @Test
    void a_reward_that_gives_nothing_is_not_paid_for() {
        var free = new GrantDiscount(ORDER, soles("76.00"), "cortesía");
        with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS)
                .when(free)
                .and()
                .when(REDEEM)
                .refusedBy(REWARD_GIVES_NOTHING);
        with(A_CEVICHE, placed(A_CHICHA), ROSAS).when(REDEEM).refusedBy(REWARD_DISH_NOT_ON_ORDER);
    }

    @Test
    void it_comes_before_the_last_payment() {
        with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS, paid(FIRST, "76.00", "0.00"))
                .when(REDEEM)
                .refusedBy(REWARD_COMES_BEFORE_PAYMENT);
        with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS, paid(FIRST, "70.00", "6.00"))
                .when(REDEEM)
                .refusedBy(CANCELLING_WOULD_LEAVE_OVERPAID);
        var served = then(served(TWO_CEVICHES), ROSAS, paid(FIRST, "66.00", "10.00"));
        var completed = with(TEN_SOLES, served).when(REDEEM);
        assertThat(completed.one(OrderCompleted.class).totals().total()).isEqualTo(soles("66.00"));
        completed.and().when(REDEEM).refusedBy(ORDER_MUST_BE_OPEN);
    }

    @Test
    void one_that_nobody_offers_is_refused() {
        given(placed(TWO_CEVICHES), ROSAS).when(REDEEM).refusedBy(RewardRule.REWARD_UNKNOWN);
    }

    @Test
    void without_it_the_order_costs_what_it_did() {
        var order = with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS);
        var removed = order.when(REDEEM).and().when(new RemoveReward(ORDER));
        assertThat(removed.one(RewardRemoved.class).totals().total()).isEqualTo(soles("76.00"));
        order.when(new RemoveReward(ORDER)).refusedBy(ORDER_HAS_NO_REWARD);
    }

    @Test
    void the_customer_stays_whose_points_paid_for_it() {
        var order = with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS).when(REDEEM).and();
        order.when(new AttachCustomer(ORDER, new CustomerId("customer-otto")))
                .refusedBy(REWARD_PAID_BY_ANOTHER);
        assertThat(order.when(new AttachCustomer(ORDER, ROSA)).accepted().events()).hasSize(1);
    }

    @Test
    void stock_and_points_move_with_the_order() {
        var order = with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS);
        var applied = order.when(REDEEM);
        var taken = order.state().atTheReward(applied.one(RewardApplied.class)).orElseThrow();
        var account = LoyaltyAccountId.of(ROSA);
        assertThat(taken.atTheReward()).isEqualTo(new HoldRedemption(REWARD, ORDER, ROSA));
        assertThat(taken.atTheAccount(NOON))
                .isEqualTo(new PayReward(account, ORDER, REWARD, "FixedAmount", 150, NOON));

        var held = applied.and();
        for (var command : List.of(new RemoveReward(ORDER), new CancelOrder(ORDER, "se fueron"))) {
            var last = held.when(command).accepted().events().getLast();
            var back = held.state().atTheReward(last).orElseThrow();
            assertThat(back.atTheReward()).isEqualTo(new ReleaseRedemption(REWARD, ORDER));
            assertThat(back.atTheAccount(NOON)).isEqualTo(new ReturnReward(account, ORDER, NOON));
        }
        var removed = held.when(new RemoveReward(ORDER)).and();
        var cancelled = removed.when(new CancelOrder(ORDER, "se fueron"));
        assertThat(removed.state().atTheReward(cancelled.one(OrderCancelled.class))).isEmpty();
    }

    @Test
    void a_sale_whose_money_is_all_given_back_gives_the_points_back_once() {
        var paid =
                then(
                        served(TWO_CEVICHES),
                        ROSAS,
                        paid(FIRST, "30.00", "46.00"),
                        paid(SECOND, "36.00", "10.00"));
        var completed = with(TEN_SOLES, paid).when(REDEEM).and();
        var first = completed.when(new VoidPayment(ORDER, FIRST, "tarjeta ajena"));
        assertThat(completed.state().atTheReward(first.one(PaymentVoided.class))).isEmpty();
        var second = first.and().when(new VoidPayment(ORDER, SECOND, "tarjeta ajena"));
        assertThat(first.and().state().atTheReward(second.one(PaymentVoided.class)))
                .hasValueSatisfying(move -> assertThat(move.redeemed()).isFalse());
        second.and()
                .when(new VoidPayment(ORDER, SECOND, "tarjeta ajena"))
                .refusedBy(PAYMENT_ALREADY_VOIDED);
    }

    @Test
    void money_given_back_on_a_cancelled_order_moves_no_points_again() {
        var cancelled =
                with(TEN_SOLES, placed(TWO_CEVICHES), ROSAS, paid(FIRST, "30.00", "46.00"))
                        .when(REDEEM)
                        .and()
                        .when(new CancelOrder(ORDER, "se fueron"))
                        .and();
        var voided = cancelled.when(new VoidPayment(ORDER, FIRST, "se devuelve"));
        assertThat(cancelled.state().atTheReward(voided.one(PaymentVoided.class))).isEmpty();
    }

    private static Spec<Order, OrderCommand, OrderEvent> with(
            Benefit benefit, OrderEvent... events) {
        return given(
                facts(Role.CASHIER, only(HALF), (_, _) -> RewardShelf.reward(benefit)), events);
    }
}
