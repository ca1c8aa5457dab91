package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.ordering.OrderCommand.AttachCustomer;
import pe.comanda.domain.ordering.OrderCommand.CancelLine;
import pe.comanda.domain.ordering.OrderCommand.CancelOrder;
import pe.comanda.domain.ordering.OrderCommand.ConfirmOrder;
import pe.comanda.domain.ordering.OrderCommand.GrantDiscount;
import pe.comanda.domain.ordering.OrderCommand.MoveLines;
import pe.comanda.domain.ordering.OrderEvent.CancelledLine;
import pe.comanda.domain.ordering.OrderEvent.OrderCancelled;
import pe.comanda.domain.payments.PaymentMethod;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CancelOrderTest {
    private static final CancelOrder CANCEL = new CancelOrder(ORDER, "se fueron");

    @Test
    void cancelling_tells_how_far_each_line_had_got_and_what_is_owed_back() {
        var outcome =
                given(
                                placed(TWO_CEVICHES, A_CHICHA),
                                confirmed(TWO_CEVICHES, A_CHICHA),
                                moved(LineStatus.PREPARING, TWO_CEVICHES),
                                paid(FIRST, "20.00", "68.00"))
                        .when(CANCEL);

        outcome.then(
                new OrderCancelled(
                        ORDER,
                        "se fueron",
                        List.of(
                                new CancelledLine(TWO_CEVICHES, LineStatus.PREPARING),
                                new CancelledLine(A_CHICHA, LineStatus.CONFIRMED)),
                        soles("20.00")));
        assertThat(outcome.and().state().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void a_line_cancelled_before_is_not_lost_twice() {
        var cancelled =
                given(placed(TWO_CEVICHES, A_CHICHA))
                        .when(new CancelLine(ORDER, A_CHICHA.id(), "no hay"))
                        .and()
                        .when(CANCEL)
                        .one(OrderCancelled.class);
        assertThat(cancelled.lines()).extracting(CancelledLine::line).containsExactly(TWO_CEVICHES);
    }

    @Test
    void a_diner_cancels_while_nothing_has_started() {
        var cancelled =
                given(facts(Role.CUSTOMER), placed(TWO_CEVICHES))
                        .when(CANCEL)
                        .one(OrderCancelled.class);
        assertThat(cancelled.lines()).hasSize(1);
    }

    @Test
    void a_diner_cancels_nothing_that_has_started() {
        given(facts(Role.CUSTOMER), placed(TWO_CEVICHES, A_CHICHA), confirmed(A_CHICHA))
                .when(CANCEL)
                .refusedBy(STARTED_ORDER_STAYS);
    }

    @Test
    void a_diner_who_took_one_line_back_may_still_cancel_the_rest() {
        var cancelled =
                given(facts(Role.CUSTOMER), placed(TWO_CEVICHES, A_CHICHA))
                        .when(new CancelLine(ORDER, A_CHICHA.id(), "mejor no"))
                        .and()
                        .when(CANCEL)
                        .one(OrderCancelled.class);
        assertThat(cancelled.lines()).hasSize(1);
    }

    @Test
    void a_reason_is_given() {
        given(placed(TWO_CEVICHES)).when(new CancelOrder(ORDER, "ya")).refusedBy(REASON_REQUIRED);
    }

    @Test
    void a_closed_order_stays_as_it_is() {
        var order = given(placed(TWO_CEVICHES)).when(CANCEL).and();
        for (var command :
                List.of(
                        CANCEL,
                        new ConfirmOrder(ORDER),
                        new AttachCustomer(ORDER, ROSA),
                        new MoveLines(ORDER, List.of(), LineStatus.PREPARING),
                        new CancelLine(ORDER, TWO_CEVICHES.id(), "no quiere"),
                        new GrantDiscount(ORDER, soles("1.00"), "cortesía"),
                        payTheRest(PaymentMethod.CASH))) {
            order.when(command).refusedBy(ORDER_MUST_BE_OPEN);
        }
        order.when(place(ask("line-1", CEVICHE, 1))).refusedBy(ORDER_IS_PLACED_ONCE);
    }
}
