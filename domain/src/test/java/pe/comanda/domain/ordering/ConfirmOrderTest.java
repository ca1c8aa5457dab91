package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.ordering.OrderCommand.AttachCustomer;
import pe.comanda.domain.ordering.OrderCommand.ConfirmOrder;
import pe.comanda.domain.ordering.OrderEvent.CustomerAttached;
import pe.comanda.domain.ordering.OrderEvent.LineCancelled;
import pe.comanda.domain.ordering.OrderEvent.OrderConfirmed;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfirmOrderTest {

    @Test
    void confirming_sends_every_waiting_line_to_the_kitchen() {
        var outcome = given(placed(TWO_CEVICHES, A_CHICHA)).when(new ConfirmOrder(ORDER));

        outcome.then(new OrderConfirmed(ORDER, 1, List.of(TWO_CEVICHES, A_CHICHA)));
        assertThat(outcome.and().state().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_line_cancelled_before_is_not_sent() {
        var cancelled =
                new LineCancelled(
                        ORDER,
                        A_CHICHA,
                        LineStatus.PENDING,
                        "no hay",
                        Totals.NOTHING,
                        OrderStatus.PENDING);
        given(placed(TWO_CEVICHES, A_CHICHA), cancelled)
                .when(new ConfirmOrder(ORDER))
                .then(new OrderConfirmed(ORDER, 1, List.of(TWO_CEVICHES)));
    }

    @Test
    void nothing_is_sent_twice() {
        given(placed(TWO_CEVICHES), confirmed(TWO_CEVICHES))
                .when(new ConfirmOrder(ORDER))
                .refusedBy(NOTHING_TO_CONFIRM);
    }

    @Test
    void what_was_never_placed_is_not_confirmed() {
        given().when(new ConfirmOrder(ORDER)).refusedBy(ORDER_MUST_EXIST);
    }

    @Test
    void a_customer_is_attached_while_the_order_is_open() {
        given(placed(TWO_CEVICHES))
                .when(new AttachCustomer(ORDER, ROSA))
                .then(new CustomerAttached(ORDER, ROSA));
    }
}
