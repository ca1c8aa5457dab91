package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.ordering.OrderCommand.VoidPayment;
import pe.comanda.domain.ordering.OrderEvent.CouponApplied;
import pe.comanda.domain.ordering.OrderEvent.CouponRemoved;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;
import pe.comanda.domain.ordering.OrderEvent.PaymentTaken;
import pe.comanda.domain.ordering.OrderEvent.PaymentVoided;
import pe.comanda.domain.ordering.OrderEvent.RewardApplied;
import pe.comanda.domain.ordering.OrderEvent.RewardRemoved;
import pe.comanda.domain.ordering.OrderEvent.RoundAdded;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Seeds;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Whatever people ask, in whatever order: what must hold, holds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyHistoryTest {
    private static final Role[] ROLES = {Role.CASHIER, Role.WAITER, Role.CUSTOMER};

    @Test
    void no_sequence_of_commands_breaks_an_order() {
        var ends = EnumSet.noneOf(OrderStatus.class);
        Seeds.forEach(400, random -> ends.add(run(random)));
        if (Long.getLong("seed") == null) {
            assertThat(ends)
                    .as("ends that the sequences came to")
                    .contains(OrderStatus.COMPLETED, OrderStatus.CANCELLED, OrderStatus.SERVED);
        }
    }

    private static OrderStatus run(Random random) {
        var asking = new AnyCommand(random);
        var history = new ArrayList<OrderEvent>();
        Order order = Order.NOT_PLACED;
        for (int i = 0; i < 80; i++) {
            var command = asking.next();
            var facts =
                    facts(
                            ROLES[random.nextInt(ROLES.length)],
                            CouponBook.OF_EVERY_KIND,
                            RewardShelf.OF_EVERY_KIND);
            List<OrderEvent> events;
            try {
                events = order.decide(command, facts);
                assertThat(order.decide(command, facts)).as("asked again").isEqualTo(events);
            } catch (RuleViolated _) {
                assertThat(after(history)).as("after a refusal").isEqualTo(order);
                continue;
            }
            history.addAll(events);
            var before = order;
            order = after(history);
            assertThat(after(before, events)).as("going on, or from the start").isEqualTo(order);
            holds(before, command, events, order);
        }
        paysForWhatItHas(history);
        return order.status();
    }

    /** A reward is paid before it is given back, and no order keeps both it and the points. */
    private static void paysForWhatItHas(List<OrderEvent> history) {
        Order order = Order.NOT_PLACED;
        @Nullable AppliedReward paid = null;
        for (var event : history) {
            var move = order.atTheReward(event).orElse(null);
            if (move != null) {
                assertThat(paid == null).as("paid before %s", event).isEqualTo(move.redeemed());
                assertThat(paid == null || paid.equals(move.reward())).isTrue();
                paid = move.redeemed() ? move.reward() : null;
            }
            order = order.evolve(event);
        }
        switch (order) {
            case Order.NotPlaced _ -> assertThat(paid).isNull();
            case OpenOrder open -> assertThat(paid).isEqualTo(open.off().reward());
            case Order.Closed(var status, var last) -> {
                var stands = status == OrderStatus.COMPLETED && standsPaid(history, last);
                assertThat(paid).isEqualTo(stands ? last.off().reward() : null);
            }
        }
    }

    /** Whether money of the sale is still there, or none was ever needed. */
    private static boolean standsPaid(List<OrderEvent> history, OpenOrder last) {
        return !last.payments().standing().isEmpty()
                || !(history.getLast() instanceof PaymentVoided);
    }

    private static void holds(
            Order before, OrderCommand command, List<OrderEvent> events, Order after) {
        assertThat(events).isNotEmpty();
        if (before instanceof Order.Closed) {
            assertThat(command).isInstanceOf(VoidPayment.class);
            assertThat(after.status()).isEqualTo(before.status());
        }
        if (after instanceof OpenOrder open) {
            TotalsTest.agrees(open.totals());
            assertThat(open.due().isNegative()).as("due of %s", open).isFalse();
            assertThat(open.status() == OrderStatus.SERVED && open.due().isZero())
                    .as("served and paid, and yet open")
                    .isFalse();
            var paidLines = open.payments().lines();
            assertThat(paidLines).as("paid lines").hasSameSizeAs(Set.copyOf(paidLines));
        }
        for (var event : events) {
            switch (event) {
                case PaymentTaken(_, var payment, var due) -> {
                    assertThat(due).isEqualTo(last(after).due());
                    assertThat(payment.settles().isPositive()).isTrue();
                    assertThat(payment.tendered())
                            .isEqualTo(payment.amount().plus(payment.tip()).plus(payment.change()));
                }
                case PaymentVoided(_, _, _, _, var due) ->
                        assertThat(due).isEqualTo(last(after).due());
                case RoundAdded added -> assertThat(added.totals()).isEqualTo(last(after).totals());
                case CouponApplied applied ->
                        assertThat(applied.totals()).isEqualTo(last(after).totals());
                case CouponRemoved removed ->
                        assertThat(removed.totals()).isEqualTo(last(after).totals());
                case RewardApplied applied -> {
                    assertThat(applied.totals()).isEqualTo(last(after).totals());
                    assertThat(applied.reward().worth().isPositive()).isTrue();
                }
                case RewardRemoved removed ->
                        assertThat(removed.totals()).isEqualTo(last(after).totals());
                case OrderCompleted completed -> {
                    assertThat(last(after).due().isZero()).isTrue();
                    assertThat(OrderStatus.of(last(after).lines().statuses()))
                            .isEqualTo(OrderStatus.SERVED);
                    assertThat(completed.totals()).isEqualTo(last(after).totals());
                }
                default -> {}
            }
        }
    }

    private static OpenOrder last(Order order) {
        return switch (order) {
            case OpenOrder open -> open;
            case Order.Closed closed -> closed.last();
            case Order.NotPlaced _ -> throw new AssertionError("Nothing was placed");
        };
    }

    private static Order after(List<OrderEvent> history) {
        return after(Order.NOT_PLACED, history);
    }

    private static Order after(Order order, List<OrderEvent> events) {
        for (var event : events) {
            order = order.evolve(event);
        }
        return order;
    }
}
