package pe.comanda.domain.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.loyalty.LoyaltyCommand.*;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Money;

import java.time.Duration;
import java.time.Instant;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoyaltyAccountTest {
    private static final LoyaltyAccountId ACCOUNT = new LoyaltyAccountId("points-1");
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    private static LoyaltyAccount after(LoyaltyCommand... commands) {
        var account = LoyaltyAccount.EMPTY;
        for (var command : commands) {
            for (var event : account.decide(command)) {
                account = account.evolve(event);
            }
        }
        return account;
    }

    private static EarnPoints earn(String order, String sale, Instant at) {
        return new EarnPoints(ACCOUNT, new OrderId(order), Money.of(sale), at);
    }

    @Test
    void whole_soles_earn_a_point_each() {
        assertThat(after(earn("order-1", "149.99", NOW)).balance()).isEqualTo(149);
    }

    @Test
    void the_tier_before_the_sale_multiplies_it() {
        assertThat(after(earn("order-1", "500.00", NOW), earn("order-2", "101.00", NOW)).balance())
                .isEqualTo(500 + 126);
        assertThat(Tier.of(1_999)).isEqualTo(Tier.SILVER);
        assertThat(Tier.of(2_000)).isEqualTo(Tier.GOLD);
    }

    @Test
    void an_order_earns_once_even_after_it_was_reversed() {
        var account =
                after(
                        earn("order-1", "50.00", NOW),
                        new ReversePoints(ACCOUNT, new OrderId("order-1"), NOW));
        assertThat(account.balance()).isZero();
        assertThatThrownBy(() -> account.decide(earn("order-1", "50.00", NOW)))
                .hasMessage("POINTS_EARNED_ONCE");
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
