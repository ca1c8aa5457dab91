package pe.comanda.command.ordering;

import static org.mockito.Mockito.mock;

import static pe.comanda.command.ordering.OrderStage.NEXT;
import static pe.comanda.command.ordering.OrderStage.ORDER;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import pe.comanda.command.loyalty.PurseStage;
import pe.comanda.command.rewards.RewardStage;
import pe.comanda.domain.coupons.Benefit.FixedAmount;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccount.Lot;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent.RewardPaid;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardCommand.OfferReward;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.rewards.RewardTerms;
import pe.comanda.domain.shared.Money;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Rosa has four hundred points since the spring, and two orders at the till. */
abstract class PointsAtTheTill {
    static final RewardId REWARD = new RewardId("reward-1");
    static final CustomerId ROSA = new CustomerId("customer-rosa");
    static final LoyaltyAccountId ROSAS = LoyaltyAccountId.of(ROSA);
    static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
    static final Instant SPRING = Instant.parse("2026-03-01T17:00:00Z");

    final OrderStage stage =
            new OrderStage(
                    axon -> PurseStage.on(RewardStage.on(axon)),
                    _ -> mock(),
                    axon -> RewardStage.desk(axon, Clock.fixed(NOW, ZoneOffset.UTC)),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void rosa_has_four_hundred_points_and_two_orders() {
        PurseStage.open(stage.axon(), ROSA, "org-1", 400, SPRING);
        stage.place(ORDER, ROSA);
        stage.place(NEXT, ROSA);
    }

    @AfterEach
    void shut_down() {
        stage.close();
    }

    static RewardTerms terms(int points, @Nullable Integer stock, @Nullable Integer perCustomer) {
        return new RewardTerms(
                "Premio",
                points,
                new FixedAmount(Money.of("10.00")),
                null,
                null,
                null,
                stock,
                perCustomer);
    }

    void offer(RewardTerms terms) {
        stage.send(new OfferReward(REWARD, terms));
    }

    int balance() {
        return ((LoyaltyEvent) stage.history(ROSAS).getLast()).balance();
    }

    static RewardPaid paid(OrderId order, int points, int balance) {
        return new RewardPaid(
                ROSAS, order, REWARD, "Premio", points, List.of(new Lot(points, SPRING)), balance);
    }
}
