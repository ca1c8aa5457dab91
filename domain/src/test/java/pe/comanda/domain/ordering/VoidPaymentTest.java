package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.payments.PaymentMethod.CARD;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.ordering.OrderCommand.VoidPayment;
import pe.comanda.domain.ordering.OrderEvent.PaymentTaken;
import pe.comanda.domain.ordering.OrderEvent.PaymentVoided;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VoidPaymentTest {
    private static final VoidPayment VOID = new VoidPayment(ORDER, FIRST, "tarjeta ajena");

    @Test
    void what_was_paid_is_owed_again() {
        given(placed(TWO_CEVICHES), paid(FIRST, "20.00", "56.00"))
                .when(VOID)
                .then(
                        new PaymentVoided(
                                ORDER, FIRST, soles("20.00"), "tarjeta ajena", soles("76.00")));
    }

    @Test
    void its_lines_can_be_paid_again() {
        var taken =
                given(placed(TWO_CEVICHES, A_CHICHA), paid(FIRST, "12.00", "76.00", A_CHICHA))
                        .when(VOID)
                        .and()
                        .when(payLines(SECOND, A_CHICHA))
                        .one(PaymentTaken.class);
        assertThat(taken.payment().amount()).isEqualTo(soles("12.00"));
    }

    @Test
    void a_payment_is_voided_once() {
        given(placed(TWO_CEVICHES), paid(FIRST, "20.00", "56.00"))
                .when(VOID)
                .and()
                .when(VOID)
                .refusedBy(PAYMENT_ALREADY_VOIDED);
    }

    @Test
    void a_voided_payment_does_not_come_back_under_its_id() {
        given(placed(TWO_CEVICHES), paid(FIRST, "20.00", "56.00"))
                .when(VOID)
                .and()
                .when(payTheRest(FIRST, CARD))
                .refusedBy(PAYMENT_IS_TAKEN_ONCE);
    }

    @Test
    void an_unknown_payment_is_refused() {
        given(placed(TWO_CEVICHES)).when(VOID).refusedBy(UNKNOWN_PAYMENT);
        given().when(VOID).refusedBy(ORDER_MUST_EXIST);
    }

    @Test
    void a_completed_order_gives_money_back_and_stays_completed() {
        var completed = given(served(TWO_CEVICHES)).when(payTheRest(CARD)).and();
        var voided = completed.when(VOID);
        assertThat(voided.one(PaymentVoided.class).due()).isEqualTo(soles("76.00"));
        assertThat(voided.and().state().status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void a_cancelled_order_gives_money_back_and_owes_nothing_for_it() {
        var voided =
                given(placed(TWO_CEVICHES), paid(FIRST, "20.00", "56.00"))
                        .when(new OrderCommand.CancelOrder(ORDER, "se fueron"))
                        .and()
                        .when(VOID)
                        .one(PaymentVoided.class);
        assertThat(voided.due()).isEqualTo(soles("0.00"));
    }

    @Test
    void a_reason_of_five_characters_is_given() {
        given(placed(TWO_CEVICHES), paid(FIRST, "20.00", "56.00"))
                .when(new VoidPayment(ORDER, FIRST, "erro"))
                .refusedBy(REASON_REQUIRED);
    }
}
