package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.ordering.OrderCommand.CancelLine;
import pe.comanda.domain.ordering.OrderEvent.CancelledLine;
import pe.comanda.domain.ordering.OrderEvent.LineCancelled;
import pe.comanda.domain.ordering.OrderEvent.OrderCancelled;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;
import pe.comanda.domain.shared.Words;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CancelLineTest {

    @Test
    void a_cancelled_line_is_no_longer_charged() {
        var cancelled =
                given(placed(TWO_CEVICHES, A_CHICHA), confirmed(TWO_CEVICHES, A_CHICHA))
                        .when(cancel(A_CHICHA))
                        .one(LineCancelled.class);

        assertThat(cancelled.line()).isEqualTo(A_CHICHA);
        assertThat(cancelled.was()).isEqualTo(LineStatus.CONFIRMED);
        assertThat(cancelled.totals().total()).isEqualTo(soles("76.00"));
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_line_is_cancelled_once() {
        given(placed(TWO_CEVICHES, A_CHICHA))
                .when(cancel(A_CHICHA))
                .and()
                .when(cancel(A_CHICHA))
                .refusedBy(LINE_ALREADY_CANCELLED);
    }

    @Test
    void the_last_line_cancels_the_order_where_the_role_may() {
        given(facts(Role.CASHIER), placed(TWO_CEVICHES))
                .when(cancel(TWO_CEVICHES))
                .then(
                        new OrderCancelled(
                                ORDER,
                                "no quiere",
                                List.of(new CancelledLine(TWO_CEVICHES, LineStatus.PENDING)),
                                soles("0.00")));
    }

    @ParameterizedTest
    @EnumSource(names = {"WAITER", "KITCHEN"})
    void neither_waiter_nor_kitchen_cancels_the_last_line(Role role) {
        given(facts(role), placed(TWO_CEVICHES))
                .when(cancel(TWO_CEVICHES))
                .refusedBy(LAST_LINE_CANCELS_ORDER);
    }

    @Test
    void what_was_served_stays() {
        given(served(TWO_CEVICHES, A_CHICHA)).when(cancel(A_CHICHA)).refusedBy(SERVED_LINE_STAYS);
    }

    @Test
    void what_was_paid_by_name_stays() {
        given(placed(TWO_CEVICHES, A_CHICHA), paid(FIRST, "12.00", "76.00", A_CHICHA))
                .when(cancel(A_CHICHA))
                .refusedBy(PAID_LINE_STAYS);
    }

    @Test
    void nobody_is_left_overpaid() {
        given(placed(TWO_CEVICHES, A_CHICHA), paid(FIRST, "80.00", "8.00"))
                .when(cancel(A_CHICHA))
                .refusedBy(CANCELLING_WOULD_LEAVE_OVERPAID);
    }

    @Test
    void a_diner_takes_back_what_nobody_has_confirmed() {
        var line =
                given(facts(Role.CUSTOMER), placed(TWO_CEVICHES, A_CHICHA))
                        .when(cancel(A_CHICHA))
                        .one(LineCancelled.class);
        assertThat(line.was()).isEqualTo(LineStatus.PENDING);
    }

    @Test
    void a_diner_takes_nothing_back_once_it_is_confirmed() {
        given(facts(Role.CUSTOMER), placed(TWO_CEVICHES, A_CHICHA), confirmed(A_CHICHA))
                .when(cancel(A_CHICHA))
                .refusedBy(STARTED_ORDER_STAYS);
    }

    @Test
    void cancelling_what_was_still_owed_completes_what_was_served_and_paid() {
        var events =
                given(
                                placed(TWO_CEVICHES, A_CHICHA),
                                confirmed(TWO_CEVICHES),
                                moved(LineStatus.PREPARING, TWO_CEVICHES),
                                moved(LineStatus.READY, TWO_CEVICHES),
                                moved(LineStatus.SERVED, TWO_CEVICHES),
                                paid(FIRST, "76.00", "12.00"))
                        .when(cancel(A_CHICHA));
        assertThat(events.one(OrderCompleted.class).totals().total()).isEqualTo(soles("76.00"));
        assertThat(events.and().state().status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "no", " no "})
    void a_reason_of_three_characters_is_given(String reason) {
        given(placed(TWO_CEVICHES, A_CHICHA))
                .when(new CancelLine(ORDER, A_CHICHA.id(), reason))
                .refusedBy(REASON_REQUIRED);
    }

    @Test
    void a_reason_is_no_novel() {
        given(placed(TWO_CEVICHES, A_CHICHA))
                .when(new CancelLine(ORDER, A_CHICHA.id(), "a".repeat(501)))
                .refusedBy(Words.TEXT_TOO_LONG);
    }

    @Test
    void an_unknown_line_is_refused() {
        given(placed(TWO_CEVICHES)).when(cancel(A_CHICHA)).refusedBy(UNKNOWN_LINE);
    }

    private static CancelLine cancel(OrderLine line) {
        return new CancelLine(ORDER, line.id(), "no quiere");
    }
}
