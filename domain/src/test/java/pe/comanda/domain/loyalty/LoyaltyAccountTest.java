package pe.comanda.domain.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.loyalty.ProgramTerms.STANDARD;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.loyalty.LoyaltyAccount.Lot;
import pe.comanda.domain.loyalty.LoyaltyCommand.*;
import pe.comanda.domain.loyalty.LoyaltyEvent.PointsExpired;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Seeds;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoyaltyAccountTest {
    private static final LoyaltyAccountId ACCOUNT = new LoyaltyAccountId("points-1");
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    private static LoyaltyAccount after(LoyaltyCommand... commands) {
        return after(LoyaltyAccount.EMPTY, commands);
    }

    private static LoyaltyAccount after(LoyaltyAccount account, LoyaltyCommand... commands) {
        for (var command : commands) {
            for (var event : account.decide(command)) {
                account = account.evolve(event);
            }
        }
        return account;
    }

    private static EarnPoints earn(String order, String sale, Instant at) {
        return new EarnPoints(ACCOUNT, new OrderId(order), Money.of(sale), STANDARD, at);
    }

    private static PayReward pay(String order, int points, Instant at) {
        return new PayReward(
                ACCOUNT, new OrderId(order), new RewardId("reward-1"), "Chicha", points, at);
    }

    private static ReversePoints voided(String order, String sale, String stillPaid) {
        return new ReversePoints(
                ACCOUNT, new OrderId(order), Money.of(sale), Money.of(stillPaid), STANDARD, NOW);
    }

    @Test
    void whole_soles_earn_a_point_each() {
        assertThat(after(earn("order-1", "149.99", NOW)).balance()).isEqualTo(149);
    }

    @Test
    void the_tier_before_the_sale_multiplies_it() {
        assertThat(after(earn("order-1", "500.00", NOW), earn("order-2", "101.00", NOW)).balance())
                .isEqualTo(500 + 126);
        assertThat(STANDARD.tierOf(1_999).name()).isEqualTo("SILVER");
        assertThat(STANDARD.tierOf(2_000).name()).isEqualTo("GOLD");
    }

    @Test
    void an_order_earns_once_even_after_it_was_reversed() {
        var account = after(earn("order-1", "50.00", NOW), voided("order-1", "50.00", "0.00"));
        assertThat(account.balance()).isZero();
        assertThatThrownBy(() -> account.decide(earn("order-1", "50.00", NOW)))
                .hasMessage("POINTS_EARNED_ONCE");
    }

    @Test
    void money_given_back_takes_its_share_of_the_points_once() {
        var account = after(earn("order-1", "100.00", NOW), voided("order-1", "100.00", "33.33"));
        assertThat(account.balance()).isEqualTo(33);
        assertThatThrownBy(() -> account.decide(voided("order-1", "100.00", "33.33")))
                .hasMessage("NOTHING_TO_REVERSE");
        var nothing =
                account.evolve(account.decide(voided("order-1", "100.00", "0.00")).getFirst());
        assertThat(nothing.balance()).isZero();
        assertThat(nothing.lifetime()).isZero();
        assertThatThrownBy(() -> nothing.decide(voided("order-1", "100.00", "0.00")))
                .hasMessage("NOTHING_TO_REVERSE");
    }

    @Test
    void a_sale_that_earned_nothing_has_nothing_to_give_back() {
        assertThatThrownBy(() -> after(voided("order-1", "100.00", "0.00")))
                .hasMessage("NOTHING_TO_REVERSE");
        assertThatThrownBy(
                        () ->
                                after(
                                        earn("order-1", "0.00", NOW),
                                        voided("order-1", "0.00", "0.00")))
                .hasMessage("NOTHING_TO_REVERSE");
    }

    @Test
    void points_that_were_spent_before_they_were_reversed_are_owed() {
        var account =
                after(
                        earn("order-1", "50.00", NOW),
                        new RedeemPoints(ACCOUNT, 40, "Postre", NOW),
                        voided("order-1", "50.00", "0.00"),
                        earn("order-2", "60.00", NOW));
        assertThat(account.balance()).isEqualTo(20);
        assertThat(account.expiredAt(NOW.plus(LoyaltyAccount.LIFE))).isEqualTo(20);
    }

    @Test
    void what_is_too_old_is_gone_before_anything_else_is_decided() {
        var aYearOn = NOW.plus(LoyaltyAccount.LIFE);
        var account = after(earn("order-1", "50.00", NOW));
        assertThatThrownBy(() -> account.decide(new RedeemPoints(ACCOUNT, 1, "Postre", aYearOn)))
                .hasMessage("NOT_ENOUGH_POINTS");
        assertThat(account.decide(earn("order-2", "10.00", aYearOn)))
                .first()
                .isEqualTo(new PointsExpired(ACCOUNT, 50, aYearOn, 0));
    }

    @Test
    void points_expire_once() {
        var aYearOn = NOW.plus(LoyaltyAccount.LIFE);
        var account = after(earn("order-1", "50.00", NOW), new ExpirePoints(ACCOUNT, aYearOn));
        assertThat(account.balance()).isZero();
        assertThatThrownBy(() -> account.decide(new ExpirePoints(ACCOUNT, aYearOn)))
                .hasMessage("NOTHING_EXPIRES");
    }

    @Test
    void a_reward_that_is_given_back_gives_the_same_points_back_as_old_as_they_were() {
        var later = NOW.plus(Duration.ofDays(200));
        var paid =
                after(
                        earn("order-1", "100.00", NOW),
                        earn("order-2", "40.00", later),
                        pay("order-3", 120, later));
        assertThat(paid.balance()).isEqualTo(20);

        var back = after(paid, new ReturnReward(ACCOUNT, new OrderId("order-3"), later));
        assertThat(back.balance()).isEqualTo(140);
        assertThat(back.lots()).isSortedAccordingTo(Comparator.comparing(Lot::since));
        var aYearOn = NOW.plus(LoyaltyAccount.LIFE);
        assertThat(back.expiredAt(aYearOn)).isEqualTo(100);
        assertThat(back.expiredAt(later.plus(LoyaltyAccount.LIFE))).isEqualTo(140);
        assertThatThrownBy(
                        () -> back.decide(new ReturnReward(ACCOUNT, new OrderId("order-3"), later)))
                .hasMessage("NO_REWARD_TO_RETURN");
    }

    @Test
    void an_order_pays_once_until_it_has_its_points_again() {
        var paid = after(earn("order-1", "100.00", NOW), pay("order-2", 30, NOW));
        assertThatThrownBy(() -> paid.decide(pay("order-2", 30, NOW)))
                .hasMessage("REWARD_IS_PAID_ONCE");
        var again =
                after(
                        paid,
                        new ReturnReward(ACCOUNT, new OrderId("order-2"), NOW),
                        pay("order-2", 45, NOW));
        assertThat(again.balance()).isEqualTo(55);
    }

    @Test
    void nobody_pays_with_points_that_are_not_there_or_too_old() {
        var account = after(earn("order-1", "50.00", NOW));
        assertThatThrownBy(() -> account.decide(pay("order-2", 51, NOW)))
                .hasMessage("NOT_ENOUGH_POINTS");
        var aYearOn = NOW.plus(LoyaltyAccount.LIFE);
        assertThatThrownBy(() -> account.mustAfford(1, aYearOn)).hasMessage("NOT_ENOUGH_POINTS");
        assertThatThrownBy(() -> account.decide(pay("order-2", 1, aYearOn)))
                .hasMessage("NOT_ENOUGH_POINTS");
        account.mustAfford(50, NOW);
    }

    @Test
    void points_that_come_back_pay_what_is_owed_first() {
        var owing =
                after(
                        earn("order-1", "50.00", NOW),
                        pay("order-2", 40, NOW),
                        voided("order-1", "50.00", "0.00"));
        assertThat(owing.balance()).isEqualTo(-40);
        var back = after(owing, new ReturnReward(ACCOUNT, new OrderId("order-2"), NOW));
        assertThat(back.balance()).isZero();
        assertThat(back.lots()).isEmpty();
    }

    @Test
    void whatever_happens_the_lots_are_the_balance() {
        Seeds.forEach(
                300,
                random -> {
                    var account = LoyaltyAccount.EMPTY;
                    var at = NOW;
                    for (int i = 0; i < 60; i++) {
                        at = at.plus(Duration.ofDays(random.nextInt(40)));
                        var order = new OrderId("order-" + random.nextInt(12));
                        var sale = Money.of(String.valueOf(random.nextInt(300)));
                        var part = sale.portion(new BigDecimal(random.nextInt(2)));
                        var command =
                                switch (random.nextInt(8)) {
                                    case 0, 1 -> new EarnPoints(ACCOUNT, order, sale, STANDARD, at);
                                    case 2 ->
                                            new ReversePoints(
                                                    ACCOUNT, order, sale, part, STANDARD, at);
                                    case 3 ->
                                            new RedeemPoints(
                                                    ACCOUNT, 1 + random.nextInt(200), "x", at);
                                    case 4, 5 -> pay(order.value(), 1 + random.nextInt(200), at);
                                    case 6 -> new ReturnReward(ACCOUNT, order, at);
                                    default -> new ExpirePoints(ACCOUNT, at);
                                };
                        try {
                            for (var event : account.decide(command)) {
                                account = account.evolve(event);
                            }
                        } catch (RuleViolated _) {
                            continue;
                        }
                        int lots =
                                account.lots().stream().mapToInt(LoyaltyAccount.Lot::points).sum();
                        assertThat(lots).isEqualTo(Math.max(account.balance(), 0));
                        // What comes back is as old as it was: it goes with the next command.
                        if (!(command instanceof ReturnReward)) {
                            assertThat(account.expiredAt(at)).isZero();
                        }
                    }
                });
    }

    @Test
    void nobody_spends_more_than_there_is() {
        var account = after(earn("order-1", "50.00", NOW));
        assertThatThrownBy(() -> account.decide(new RedeemPoints(ACCOUNT, 51, "Postre", NOW)))
                .hasMessage("NOT_ENOUGH_POINTS");
        assertThat(
                        after(
                                        earn("order-1", "50.00", NOW),
                                        new RedeemPoints(ACCOUNT, 50, "Postre", NOW))
                                .balance())
                .isZero();
    }

    @Test
    void the_oldest_points_are_spent_first_and_only_what_is_left_of_them_expires() {
        var later = NOW.plus(Duration.ofDays(200));
        var account =
                after(
                        earn("order-1", "100.00", NOW),
                        earn("order-2", "40.00", later),
                        new RedeemPoints(ACCOUNT, 70, "Ceviche", later));
        var aYearOn = NOW.plus(LoyaltyAccount.LIFE);
        assertThat(account.expiredAt(aYearOn.minusSeconds(1))).isZero();
        assertThat(account.expiredAt(aYearOn)).isEqualTo(30);
        assertThat(
                        after(
                                        earn("order-1", "100.00", NOW),
                                        earn("order-2", "40.00", later),
                                        new RedeemPoints(ACCOUNT, 70, "Ceviche", later),
                                        new ExpirePoints(ACCOUNT, aYearOn))
                                .balance())
                .isEqualTo(40);
    }

    @Test
    void an_adjustment_takes_a_reason() {
        assertThatThrownBy(() -> after(new AdjustPoints(ACCOUNT, 10, " ", NOW)))
                .hasMessage("ADJUSTMENT_REASON_REQUIRED");
        assertThat(after(new AdjustPoints(ACCOUNT, 10, "Cortesía", NOW)).balance()).isEqualTo(10);
    }
}
