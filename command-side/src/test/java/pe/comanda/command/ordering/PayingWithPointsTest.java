package pe.comanda.command.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.command.ordering.OrderStage.NEXT;
import static pe.comanda.command.ordering.OrderStage.ORDER;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.loyalty.PurseStage;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccount;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyEvent.PointsExpired;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.RewardApplied;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardCommand.OfferReward;
import pe.comanda.domain.rewards.RewardEvent.RedemptionHeld;

/** Orders, rewards and points together: what is redeemed is paid for, at the same moment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PayingWithPointsTest extends PointsAtTheTill {
    @Test
    void order_reward_and_points_change_in_the_same_breath() {
        offer(terms(150, null, null));
        stage.send(new ApplyReward(ORDER, REWARD));

        assertThat(stage.history(ORDER)).hasAtLeastOneElementOfType(RewardApplied.class);
        assertThat(stage.history(REWARD)).endsWith(new RedemptionHeld(REWARD, ORDER, ROSA, 1));
        assertThat(stage.history(ROSAS)).endsWith(paid(ORDER, 150, 250));
        assertThat(balance()).isEqualTo(250);
    }

    @Test
    void whoever_has_too_few_points_is_refused_and_nothing_leaves_a_trace() {
        offer(terms(401, null, null));
        refused(ORDER, "NOT_ENOUGH_POINTS");
        assertThat(stage.history(ORDER)).hasSize(1);
        assertThat(stage.history(REWARD)).hasSize(1);
        assertThat(stage.history(ROSAS)).hasSize(2);
    }

    @Test
    void points_that_are_too_old_today_pay_for_nothing() {
        PurseStage.open(
                stage.axon(),
                new CustomerId("customer-old"),
                "org-1",
                400,
                NOW.minus(LoyaltyAccount.LIFE));
        offer(terms(1, null, null));
        var order = new OrderId("order-old");
        stage.place(order, new CustomerId("customer-old"));
        refused(order, "NOT_ENOUGH_POINTS");
        assertThat(stage.history(new LoyaltyAccountId("points-old")))
                .noneMatch(PointsExpired.class::isInstance);
    }

    @Test
    void many_tills_at_once_never_spend_the_same_points_twice() throws Exception {
        offer(terms(90, null, null));
        assertThat(redeemedByMany("NOT_ENOUGH_POINTS")).isEqualTo(4);
        assertThat(balance()).isEqualTo(40);
        assertThat(stage.history(REWARD)).filteredOn(RedemptionHeld.class::isInstance).hasSize(4);
    }

    @Test
    void many_tills_at_once_never_redeem_more_than_there_are() throws Exception {
        offer(terms(10, 3, null));
        assertThat(redeemedByMany("REWARD_SOLD_OUT")).isEqualTo(3);
        assertThat(balance()).isEqualTo(370);
    }

    @Test
    void a_customer_has_it_as_often_as_the_limit_says() {
        offer(terms(10, null, 1));
        stage.send(new ApplyReward(ORDER, REWARD));
        refused(NEXT, "REWARD_LIMIT_REACHED");
    }

    @Test
    void a_reward_of_another_organization_is_out_of_reach_and_one_of_nobody_unknown() {
        refused(ORDER, "REWARD_UNKNOWN");
        stage.send(
                new OfferReward(REWARD, terms(10, null, null)),
                Caller.system("org-2", null, "test"));
        refused(ORDER, AccessRule.FOREIGN_TENANT.name());
    }

    private int redeemedByMany(String refusal) throws Exception {
        return stage.ofManyAtOnce(ROSA, order -> redeems(order, refusal));
    }

    private boolean redeems(OrderId order, String refusal) {
        try {
            stage.send(new ApplyReward(order, REWARD));
            return true;
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining(refusal);
            return false;
        }
    }

    private void refused(OrderId order, String rule) {
        assertThatThrownBy(() -> stage.send(new ApplyReward(order, REWARD)))
                .hasMessageContaining(rule);
    }
}
