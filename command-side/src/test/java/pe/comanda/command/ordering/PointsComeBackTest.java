package pe.comanda.command.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.command.ordering.OrderStage.NEXT;
import static pe.comanda.command.ordering.OrderStage.ORDER;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.loyalty.LoyaltyAccount.Lot;
import pe.comanda.domain.loyalty.LoyaltyEvent.RewardReturned;
import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.rewards.RewardCommand.ChangeReward;
import pe.comanda.domain.rewards.RewardCommand.WithdrawReward;
import pe.comanda.domain.rewards.RewardEvent.RedemptionReleased;
import pe.comanda.domain.shared.Money;

import java.util.List;

/** A reward that is taken off, and a sale that is undone, give back what was paid, once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PointsComeBackTest extends PointsAtTheTill {
    private static final PaymentId PAYMENT = new PaymentId("payment-1");

    @Test
    void a_reward_taken_off_gives_exactly_what_was_paid_back_whatever_it_costs_today() {
        offer(terms(150, 1, null));
        stage.send(new ApplyReward(ORDER, REWARD));
        stage.send(new ChangeReward(REWARD, terms(399, 1, null)));
        stage.send(new RemoveReward(ORDER));

        assertThat(stage.history(ROSAS)).endsWith(paid(ORDER, 150, 250), returned(ORDER, 150, 400));
        assertThat(stage.history(REWARD)).endsWith(new RedemptionReleased(REWARD, ORDER, 0));
        assertThatThrownBy(() -> stage.send(new RemoveReward(ORDER)))
                .hasMessageContaining("ORDER_HAS_NO_REWARD");
        stage.send(new ApplyReward(NEXT, REWARD));
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void a_cancelled_order_gives_points_and_stock_back_once() {
        offer(terms(150, 1, 1));
        stage.send(new ApplyReward(ORDER, REWARD));
        stage.send(
                new TakePayment(
                        ORDER,
                        PAYMENT,
                        PaymentMethod.CARD,
                        Money.of("5.00"),
                        Money.ZERO,
                        null,
                        "",
                        List.of()));
        stage.send(new CancelOrder(ORDER, "se fueron"));
        stage.send(new VoidPayment(ORDER, PAYMENT, "se devuelve"));

        assertThat(stage.history(ROSAS)).filteredOn(RewardReturned.class::isInstance).hasSize(1);
        assertThat(balance()).isEqualTo(400);
        stage.send(new ApplyReward(NEXT, REWARD));
        assertThat(balance()).isEqualTo(250);
        assertThatThrownBy(() -> stage.send(new ApplyReward(ORDER, REWARD)))
                .hasMessageContaining("ORDER_MUST_BE_OPEN");
    }

    @Test
    void a_voided_sale_gives_points_and_stock_back_once_even_where_the_reward_is_gone() {
        offer(terms(150, 1, null));
        stage.send(new ApplyReward(ORDER, REWARD));
        serve(ORDER);
        stage.send(
                new TakePayment(
                        ORDER, PAYMENT, PaymentMethod.CARD, null, Money.ZERO, null, "", List.of()));
        stage.send(new WithdrawReward(REWARD));
        assertThat(balance()).isEqualTo(250);
        stage.send(new VoidPayment(ORDER, PAYMENT, "tarjeta ajena"));

        assertThat(balance()).isEqualTo(400);
        assertThatThrownBy(() -> stage.send(new VoidPayment(ORDER, PAYMENT, "tarjeta ajena")))
                .hasMessageContaining("PAYMENT_ALREADY_VOIDED");
        assertThat(stage.history(ROSAS)).filteredOn(RewardReturned.class::isInstance).hasSize(1);
        assertThat(stage.history(REWARD)).endsWith(new RedemptionReleased(REWARD, ORDER, 0));
    }

    private static RewardReturned returned(OrderId order, int points, int balance) {
        return new RewardReturned(
                ROSAS, order, REWARD, "Premio", points, List.of(new Lot(points, SPRING)), balance);
    }

    private void serve(OrderId order) {
        stage.send(new ConfirmOrder(order));
        for (var step : List.of(LineStatus.PREPARING, LineStatus.READY, LineStatus.SERVED)) {
            stage.send(new MoveLines(order, List.of(), step));
        }
    }
}
