package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.ordering.OrderCommand.GrantDiscount;
import pe.comanda.domain.ordering.OrderEvent.DiscountGranted;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantDiscountTest {

    @Test
    void a_discount_lowers_base_and_tax() {
        var granted =
                given(placed(TWO_CEVICHES)).when(discount("17.00")).one(DiscountGranted.class);

        assertThat(granted.totals())
                .isEqualTo(
                        new Totals(
                                soles("76.00"),
                                soles("17.00"),
                                soles("50.00"),
                                soles("9.00"),
                                soles("0.00"),
                                soles("0.00"),
                                soles("0.00"),
                                soles("59.00")));
    }

    @Test
    void a_second_discount_takes_the_place_of_the_first() {
        var granted =
                given(placed(TWO_CEVICHES))
                        .when(discount("17.00"))
                        .and()
                        .when(discount("6.00"))
                        .one(DiscountGranted.class);
        assertThat(granted.totals().total()).isEqualTo(soles("70.00"));
    }

    @Test
    void the_house_may_pay_it_all() {
        var granted =
                given(placed(TWO_CEVICHES)).when(discount("76.00")).one(DiscountGranted.class);
        assertThat(granted.totals().total()).isEqualTo(soles("0.00"));
    }

    @Test
    void no_discount_is_above_the_price_or_below_nothing() {
        given(placed(TWO_CEVICHES)).when(discount("76.01")).refusedBy(DISCOUNT_OUT_OF_RANGE);
        given(placed(TWO_CEVICHES)).when(discount("-0.01")).refusedBy(DISCOUNT_OUT_OF_RANGE);
    }

    @Test
    void nobody_is_left_overpaid() {
        given(placed(TWO_CEVICHES), paid(FIRST, "70.00", "6.00"))
                .when(discount("6.01"))
                .refusedBy(CANCELLING_WOULD_LEAVE_OVERPAID);
    }

    @Test
    void giving_the_rest_away_completes_what_was_served() {
        var outcome =
                given(then(served(TWO_CEVICHES), paid(FIRST, "70.00", "6.00")))
                        .when(discount("6.00"));
        assertThat(outcome.one(OrderCompleted.class).totals().total()).isEqualTo(soles("70.00"));
        assertThat(outcome.and().state().status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void a_reason_is_given() {
        given(placed(TWO_CEVICHES))
                .when(new GrantDiscount(ORDER, soles("1.00"), "x"))
                .refusedBy(REASON_REQUIRED);
    }

    private static GrantDiscount discount(String amount) {
        return new GrantDiscount(ORDER, soles(amount), "demora en cocina");
    }
}
