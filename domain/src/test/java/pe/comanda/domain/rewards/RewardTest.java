package pe.comanda.domain.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.rewards.RewardRule.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardCommand.*;
import pe.comanda.domain.rewards.RewardEvent.*;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Spec;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RewardTest {
    private static final RewardId ID = new RewardId("reward-1");
    private static final BranchId HERE = new BranchId("branch-here");
    private static final BranchId THERE = new BranchId("branch-there");
    private static final MenuItemId CHICHA = new MenuItemId("dish-chicha");
    private static final CustomerId ROSA = new CustomerId("customer-rosa");
    private static final CustomerId OTTO = new CustomerId("customer-otto");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Benefit TEN_SOLES = new FixedAmount(Money.of("10.00"));

    // --- offering one

    @Test
    void it_is_offered_with_its_terms_once() {
        given().when(new OfferReward(ID, terms(TEN_SOLES)))
                .then(new RewardOffered(ID, terms(TEN_SOLES)));
        offered(terms(TEN_SOLES))
                .when(new OfferReward(ID, terms(TEN_SOLES)))
                .refusedBy(REWARD_IS_OFFERED_ONCE);
        given().when(new WithdrawReward(ID)).refusedBy(REWARD_MUST_EXIST);
        offered(terms(TEN_SOLES))
                .when(new ChangeReward(ID, costing(7)))
                .then(new RewardChanged(ID, costing(7)));
    }

    @Test
    void it_costs_one_point_at_least_and_a_million_at_most() {
        offer(costing(0)).refusedBy(REWARD_POINTS_OUT_OF_RANGE);
        offer(costing(1)).accepted();
        offer(costing(1_000_000)).accepted();
        offer(costing(1_000_001)).refusedBy(REWARD_POINTS_OUT_OF_RANGE);
    }

    @Test
    void it_gives_a_percentage_an_amount_or_a_dish() {
        offer(terms(new Percentage(new BigDecimal("100")))).accepted();
        offer(terms(new Percentage(BigDecimal.ZERO))).refusedBy(REWARD_BENEFIT_OUT_OF_RANGE);
        offer(terms(new Percentage(new BigDecimal("100.01"))))
                .refusedBy(REWARD_BENEFIT_OUT_OF_RANGE);
        offer(terms(new FixedAmount(Money.ZERO))).refusedBy(REWARD_BENEFIT_OUT_OF_RANGE);
        offer(at(HERE, new FreeItem(CHICHA))).accepted();
        for (var other :
                List.of(
                        new FreeItem(null),
                        new ItemDiscount(CHICHA, BigDecimal.TEN),
                        new CategoryDiscount(new CategoryId("category-1"), BigDecimal.TEN),
                        new BuyAndGet(1, 1, null))) {
            offer(at(HERE, other)).refusedBy(REWARD_BENEFIT_OUT_OF_RANGE);
        }
    }

    @Test
    void a_dish_is_of_the_branch_that_has_it() {
        offer(at(null, new FreeItem(CHICHA))).refusedBy(REWARD_DISH_NEEDS_BRANCH);
        offer(at(THERE, new FreeItem(CHICHA))).refusedBy(REWARD_DISH_NOT_ON_MENU);
    }

    @Test
    void dates_and_limits_make_sense() {
        offer(dated(TODAY, TODAY)).accepted();
        offer(dated(TODAY, TODAY.minusDays(1))).refusedBy(REWARD_DATES_OUT_OF_ORDER);
        offer(limited(0, null)).refusedBy(REWARD_LIMIT_OUT_OF_RANGE);
        offer(limited(null, 0)).refusedBy(REWARD_LIMIT_OUT_OF_RANGE);
        offer(limited(1, 1)).accepted();
    }

    // --- who may have it

    @Test
    void its_first_and_its_last_day_count() {
        var week = offered(dated(TODAY, TODAY.plusDays(6)));
        admit(week, HERE, TODAY);
        admit(week, HERE, TODAY.plusDays(6));
        refuse(week, HERE, TODAY.minusDays(1), REWARD_NOT_YET_VALID);
        refuse(week, HERE, TODAY.plusDays(7), REWARD_NO_LONGER_VALID);
    }

    @Test
    void it_is_redeemed_everywhere_or_in_its_branch() {
        admit(offered(terms(TEN_SOLES)), THERE, TODAY);
        admit(offered(at(HERE, TEN_SOLES)), HERE, TODAY);
        refuse(offered(at(HERE, TEN_SOLES)), THERE, TODAY, REWARD_OF_ANOTHER_BRANCH);
    }

    @Test
    void nobody_gets_one_that_is_withdrawn_until_it_is_offered_again() {
        var gone = offered(terms(TEN_SOLES)).when(new WithdrawReward(ID)).and();
        refuse(gone, HERE, TODAY, REWARD_WITHDRAWN);
        gone.when(new WithdrawReward(ID)).refusedBy(REWARD_WITHDRAWN);
        var back = gone.when(new OfferRewardAgain(ID)).and();
        admit(back, HERE, TODAY);
        back.when(new OfferRewardAgain(ID)).refusedBy(REWARD_ALREADY_OFFERED);
    }

    // --- how often

    @Test
    void the_last_one_is_the_last_until_it_comes_back() {
        var sold = offered(limited(2, null)).when(hold("order-1", ROSA)).and();
        sold = sold.when(hold("order-2", OTTO)).and();
        sold.when(hold("order-3", OTTO)).refusedBy(REWARD_SOLD_OUT);
        refuse(sold, HERE, TODAY, REWARD_SOLD_OUT);
        sold.when(new ReleaseRedemption(ID, new OrderId("order-1")))
                .and()
                .when(hold("order-3", OTTO))
                .then(new RedemptionHeld(ID, new OrderId("order-3"), OTTO, 2));
    }

    @Test
    void each_customer_has_a_limit_of_their_own() {
        var once = offered(limited(null, 1)).when(hold("order-1", ROSA)).and();
        once.when(hold("order-2", ROSA)).refusedBy(REWARD_LIMIT_REACHED);
        once.when(hold("order-2", OTTO)).accepted();
        once.when(new ReleaseRedemption(ID, new OrderId("order-1")))
                .and()
                .when(hold("order-2", ROSA))
                .accepted();
    }

    @Test
    void an_order_holds_one_and_gives_it_back_once() {
        var held = offered(terms(TEN_SOLES)).when(hold("order-1", ROSA)).and();
        held.when(hold("order-1", ROSA)).refusedBy(REWARD_IS_HELD_ONCE);
        var free = held.when(new ReleaseRedemption(ID, new OrderId("order-1"))).and();
        free.when(new ReleaseRedemption(ID, new OrderId("order-1"))).refusedBy(REWARD_NOT_HELD);
    }

    @Test
    void what_is_changed_or_withdrawn_leaves_what_orders_have() {
        var held = offered(terms(TEN_SOLES)).when(hold("order-1", ROSA)).and();
        var changed = held.when(new ChangeReward(ID, limited(1, null))).and();
        assertThat(changed.state().offered().holders()).hasSize(1);
        changed.when(hold("order-2", OTTO)).refusedBy(REWARD_SOLD_OUT);
        held.when(new WithdrawReward(ID))
                .and()
                .when(new ReleaseRedemption(ID, new OrderId("order-1")))
                .accepted();
    }

    private static Spec<Reward, RewardCommand, RewardEvent> given() {
        return new Spec<>(
                Reward.NOT_OFFERED,
                (reward, command) ->
                        reward.decide(
                                command,
                                (branch, dish) -> branch.equals(HERE) && dish.equals(CHICHA)),
                Reward::evolve);
    }

    private static Spec<Reward, RewardCommand, RewardEvent> offered(RewardTerms terms) {
        return given().when(new OfferReward(ID, terms)).and();
    }

    private static Spec.Outcome<Reward, RewardCommand, RewardEvent> offer(RewardTerms terms) {
        return given().when(new OfferReward(ID, terms));
    }

    private static HoldRedemption hold(String order, CustomerId customer) {
        return new HoldRedemption(ID, new OrderId(order), customer);
    }

    private static void admit(
            Spec<Reward, RewardCommand, RewardEvent> reward, BranchId branch, LocalDate day) {
        reward.state().offered().mustAdmit(branch, day, ROSA);
    }

    private static void refuse(
            Spec<Reward, RewardCommand, RewardEvent> reward,
            BranchId branch,
            LocalDate day,
            BusinessRule rule) {
        assertThatThrownBy(() -> admit(reward, branch, day)).hasMessage(rule.name());
    }

    private static RewardTerms terms(Benefit benefit) {
        return at(null, benefit);
    }

    private static RewardTerms costing(int points) {
        return new RewardTerms("Premio", points, TEN_SOLES, null, null, null, null, null);
    }

    private static RewardTerms at(@Nullable BranchId branch, Benefit benefit) {
        return new RewardTerms("Premio", 100, benefit, branch, null, null, null, null);
    }

    private static RewardTerms dated(LocalDate from, LocalDate until) {
        return new RewardTerms("Premio", 100, TEN_SOLES, null, from, until, null, null);
    }

    private static RewardTerms limited(@Nullable Integer stock, @Nullable Integer perCustomer) {
        return new RewardTerms("Premio", 100, TEN_SOLES, null, null, null, stock, perCustomer);
    }
}
