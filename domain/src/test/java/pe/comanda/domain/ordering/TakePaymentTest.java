package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.payments.PaymentMethod.CARD;
import static pe.comanda.domain.payments.PaymentMethod.CASH;
import static pe.comanda.domain.payments.PaymentMethod.YAPE;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.domain.ordering.OrderCommand.TakePayment;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;
import pe.comanda.domain.ordering.OrderEvent.PaymentTaken;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Words;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakePaymentTest {

    @Test
    void a_part_leaves_the_rest_owed() {
        var taken = given(placed(TWO_CEVICHES)).when(pay(CARD, "20.00")).one(PaymentTaken.class);
        assertThat(taken.payment().amount()).isEqualTo(soles("20.00"));
        assertThat(taken.due()).isEqualTo(soles("56.00"));
    }

    @Test
    void naming_no_amount_pays_the_rest() {
        var taken =
                given(placed(TWO_CEVICHES), paid(FIRST, "20.00", "56.00"))
                        .when(payTheRest(SECOND, YAPE))
                        .one(PaymentTaken.class);
        assertThat(taken.payment().amount()).isEqualTo(soles("56.00"));
        assertThat(taken.due()).isEqualTo(soles("0.00"));
    }

    @Test
    void cash_is_rounded_down_to_ten_cents() {
        var taken = given(placed(A_TASTING)).when(payTheRest(CASH)).one(PaymentTaken.class);
        assertThat(taken.payment().amount()).isEqualTo(soles("32.40"));
        assertThat(taken.payment().rounding()).isEqualTo(soles("0.07"));
        assertThat(taken.due()).isEqualTo(soles("0.00"));
    }

    @Test
    void asking_for_the_rounded_sum_in_cash_settles_all() {
        var taken = given(placed(A_TASTING)).when(pay(CASH, "32.40")).one(PaymentTaken.class);
        assertThat(taken.payment().rounding()).isEqualTo(soles("0.07"));
        assertThat(taken.due()).isEqualTo(soles("0.00"));
    }

    @ParameterizedTest
    @EnumSource(names = "CASH", mode = EnumSource.Mode.EXCLUDE)
    void what_is_not_cash_is_paid_to_the_cent(PaymentMethod method) {
        var taken = given(placed(A_TASTING)).when(payTheRest(method)).one(PaymentTaken.class);
        assertThat(taken.payment().amount()).isEqualTo(soles("32.47"));
        assertThat(taken.payment().rounding()).isEqualTo(soles("0.00"));

        var rounded = given(placed(A_TASTING)).when(pay(method, "32.40")).one(PaymentTaken.class);
        assertThat(rounded.due()).isEqualTo(soles("0.07"));
    }

    @Test
    void a_rest_below_ten_cents_is_forgiven_in_cash() {
        var taken =
                given(placed(A_TASTING), paid(FIRST, "32.40", "0.07"))
                        .when(payTheRest(SECOND, CASH))
                        .one(PaymentTaken.class);
        assertThat(taken.payment().amount()).isEqualTo(soles("0.00"));
        assertThat(taken.payment().rounding()).isEqualTo(soles("0.07"));
        assertThat(taken.due()).isEqualTo(soles("0.00"));
    }

    @Test
    void cash_gives_change_after_sum_and_tip() {
        var taken = given(placed(A_TASTING)).when(cash("5.00", "50.00")).one(PaymentTaken.class);
        assertThat(taken.payment().tip()).isEqualTo(soles("5.00"));
        assertThat(taken.payment().tendered()).isEqualTo(soles("50.00"));
        assertThat(taken.payment().change()).isEqualTo(soles("12.60"));
        assertThat(taken.due()).isEqualTo(soles("0.00"));
    }

    @Test
    void a_tip_pays_nothing_of_the_order() {
        var tipped =
                new TakePayment(
                        ORDER, FIRST, CARD, soles("20.00"), soles("10.00"), null, "", List.of());
        var taken = given(placed(TWO_CEVICHES)).when(tipped).one(PaymentTaken.class);
        assertThat(taken.payment().tendered()).isEqualTo(soles("30.00"));
        assertThat(taken.due()).isEqualTo(soles("56.00"));
    }

    @Test
    void too_little_cash_is_refused() {
        given(placed(A_TASTING)).when(cash("0.00", "32.30")).refusedBy(TENDERED_TOO_LITTLE);
    }

    @Test
    void a_card_gives_no_change() {
        var tendered =
                new TakePayment(
                        ORDER, FIRST, CARD, null, soles("0.00"), soles("50.00"), "", List.of());
        given(placed(A_TASTING)).when(tendered).refusedBy(ONLY_CASH_GIVES_CHANGE);
    }

    @Test
    void nobody_pays_more_than_what_is_owed() {
        given(placed(TWO_CEVICHES)).when(pay(CARD, "76.01")).refusedBy(AMOUNT_ABOVE_DUE);
    }

    @Test
    void nobody_pays_nothing_or_less() {
        given(placed(TWO_CEVICHES)).when(pay(CARD, "0.00")).refusedBy(AMOUNT_MUST_BE_POSITIVE);
        given(placed(TWO_CEVICHES)).when(pay(CASH, "-5.00")).refusedBy(AMOUNT_MUST_BE_POSITIVE);
    }

    @Test
    void no_tip_is_taken_away() {
        given(placed(A_TASTING)).when(cash("-1.00", "50.00")).refusedBy(TIP_NOT_NEGATIVE);
    }

    @Test
    void what_is_paid_is_not_paid_again() {
        given(placed(TWO_CEVICHES), paid(FIRST, "76.00", "0.00"))
                .when(payTheRest(SECOND, CARD))
                .refusedBy(NOTHING_DUE);
    }

    @Test
    void the_same_payment_is_taken_once() {
        given(placed(TWO_CEVICHES), paid(FIRST, "20.00", "56.00"))
                .when(payTheRest(FIRST, CARD))
                .refusedBy(PAYMENT_IS_TAKEN_ONCE);
    }

    @Test
    void lines_are_paid_at_their_price() {
        var taken =
                given(placed(TWO_CEVICHES, A_CHICHA))
                        .when(payLines(FIRST, A_CHICHA))
                        .one(PaymentTaken.class);
        assertThat(taken.payment().amount()).isEqualTo(soles("12.00"));
        assertThat(taken.payment().lines()).containsExactly(A_CHICHA.id().value());
    }

    @Test
    void lines_bear_their_share_of_service_and_discount() {
        var order =
                given(
                        placed(WITH_SERVICE, TWO_CEVICHES, A_CHICHA),
                        new OrderEvent.DiscountGranted(
                                ORDER, soles("8.00"), "demora", Totals.NOTHING));
        var first = order.when(payLines(FIRST, A_CHICHA));
        var second = first.and().when(payLines(SECOND, TWO_CEVICHES));

        var total = ((OpenOrder) order.state()).totals().total();
        assertThat(total).isEqualTo(soles("86.78"));
        assertThat(first.one(PaymentTaken.class).payment().amount()).isEqualTo(soles("11.83"));
        assertThat(second.one(PaymentTaken.class).due()).isEqualTo(soles("0.00"));
    }

    @Test
    void a_line_is_paid_once() {
        given(placed(TWO_CEVICHES, A_CHICHA), paid(FIRST, "12.00", "76.00", A_CHICHA))
                .when(payLines(SECOND, A_CHICHA))
                .refusedBy(LINE_ALREADY_PAID);
    }

    @Test
    void a_line_named_twice_in_one_payment_is_paid_once() {
        given(placed(TWO_CEVICHES, A_CHICHA))
                .when(payLines(FIRST, A_CHICHA, A_CHICHA))
                .refusedBy(LINE_ALREADY_PAID);
    }

    @Test
    void a_line_that_the_order_does_not_have_cannot_be_paid() {
        given(placed(TWO_CEVICHES)).when(payLines(FIRST, A_CHICHA)).refusedBy(UNKNOWN_LINE);
    }

    @Test
    void naming_an_amount_does_not_spare_the_lines_the_same_questions() {
        given(placed(TWO_CEVICHES)).when(part("5.00", A_CHICHA)).refusedBy(UNKNOWN_LINE);
        given(placed(TWO_CEVICHES, A_CHICHA), paid(SECOND, "12.00", "76.00", A_CHICHA))
                .when(part("5.00", A_CHICHA))
                .refusedBy(LINE_ALREADY_PAID);
    }

    @Test
    void paying_what_was_served_completes_the_order() {
        var outcome = given(served(TWO_CEVICHES)).when(payTheRest(CARD));
        var completed = outcome.one(OrderCompleted.class);
        assertThat(completed.lines()).containsExactly(TWO_CEVICHES);
        assertThat(completed.totals().total()).isEqualTo(soles("76.00"));
        assertThat(completed.session()).isEqualTo(SESSION);
        assertThat(outcome.and().state().status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void serving_what_was_paid_completes_the_order() {
        var outcome =
                given(
                                placed(TWO_CEVICHES),
                                paid(FIRST, "76.00", "0.00"),
                                confirmed(TWO_CEVICHES),
                                moved(LineStatus.PREPARING, TWO_CEVICHES),
                                moved(LineStatus.READY, TWO_CEVICHES))
                        .when(new OrderCommand.MoveLines(ORDER, List.of(), LineStatus.SERVED));
        assertThat(outcome.events()).hasSize(2);
        assertThat(outcome.one(OrderCompleted.class).lines()).containsExactly(TWO_CEVICHES);
    }

    @Test
    void paying_in_part_or_before_serving_completes_nothing() {
        assertThat(given(served(TWO_CEVICHES)).when(pay(CARD, "75.99")).events()).hasSize(1);
        assertThat(given(placed(TWO_CEVICHES)).when(payTheRest(CARD)).events()).hasSize(1);
    }

    @Test
    void a_reference_has_at_most_255_characters() {
        var command =
                new TakePayment(
                        ORDER, FIRST, YAPE, null, soles("0.00"), null, "7".repeat(256), List.of());
        given(placed(TWO_CEVICHES)).when(command).refusedBy(Words.TEXT_TOO_LONG);
    }

    private static TakePayment cash(String tip, String tendered) {
        return new TakePayment(
                ORDER, FIRST, CASH, null, soles(tip), soles(tendered), "", List.of());
    }

    private static TakePayment part(String amount, OrderLine line) {
        return new TakePayment(
                ORDER, FIRST, CARD, soles(amount), soles("0.00"), null, "", List.of(line.id()));
    }
}
