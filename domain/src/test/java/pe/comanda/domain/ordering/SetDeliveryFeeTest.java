package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.ordering.OrderCommand.AddRound;
import pe.comanda.domain.ordering.OrderCommand.SetDeliveryFee;
import pe.comanda.domain.ordering.OrderEvent.DeliveryFeeSet;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.OrderEvent.RoundAdded;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;

import java.util.List;
import java.util.stream.Stream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SetDeliveryFeeTest {

    @Test
    void bringing_it_costs_something_and_is_taxed() {
        var set = given(delivery()).when(fee("5.90")).one(DeliveryFeeSet.class);
        assertThat(set.totals())
                .isEqualTo(
                        new Totals(
                                soles("76.00"),
                                soles("0.00"),
                                soles("69.41"),
                                soles("12.49"),
                                soles("0.00"),
                                soles("0.00"),
                                soles("5.90"),
                                soles("81.90")));
    }

    @Test
    void the_fee_stays_when_more_is_ordered() {
        var added =
                given(delivery(), set("5.90"))
                        .when(new AddRound(ORDER, List.of(ask("line-9", CEVICHE, 1))))
                        .one(RoundAdded.class);
        assertThat(added.totals().total()).isEqualTo(soles("119.90"));
    }

    @Test
    void a_second_fee_takes_the_place_of_the_first() {
        var set = given(delivery(), set("5.90")).when(fee("3.00")).one(DeliveryFeeSet.class);
        assertThat(set.totals().total()).isEqualTo(soles("79.00"));
    }

    @Test
    void the_same_fee_is_no_news() {
        given(delivery(), set("5.90")).when(fee("5.90")).then();
    }

    @Test
    void only_a_delivery_is_brought() {
        given(placed(TWO_CEVICHES)).when(fee("5.90")).refusedBy(DELIVERY_FEE_IS_FOR_DELIVERIES);
    }

    @Test
    void no_fee_is_below_nothing_or_absurd() {
        given(delivery()).when(fee("-0.01")).refusedBy(DELIVERY_FEE_OUT_OF_RANGE);
        given(delivery()).when(fee("200.01")).refusedBy(DELIVERY_FEE_OUT_OF_RANGE);
    }

    @Test
    void nobody_is_left_overpaid() {
        given(delivery(), set("5.90"), paid(FIRST, "81.90", "0.00"))
                .when(fee("5.80"))
                .refusedBy(CANCELLING_WOULD_LEAVE_OVERPAID);
    }

    @Test
    void the_fee_is_owed_like_the_dishes() {
        var events =
                Stream.concat(
                                Stream.of(delivery(), set("5.90")),
                                Stream.of(served(TWO_CEVICHES)).skip(1))
                        .toArray(OrderEvent[]::new);
        var completed =
                given(events).when(payTheRest(PaymentMethod.CARD)).one(OrderCompleted.class);
        assertThat(completed.totals().deliveryFee()).isEqualTo(soles("5.90"));
        assertThat(completed.totals().total()).isEqualTo(soles("81.90"));
    }

    private static OrderPlaced delivery() {
        var placed = placed(TWO_CEVICHES);
        return new OrderPlaced(
                ORDER,
                placed.number(),
                placed.businessDay(),
                OrderType.DELIVERY,
                null,
                null,
                null,
                placed.lines(),
                "",
                placed.terms(),
                placed.totals());
    }

    private static DeliveryFeeSet set(String fee) {
        return new DeliveryFeeSet(ORDER, Money.of(fee), placed(TWO_CEVICHES).totals());
    }

    private static SetDeliveryFee fee(String amount) {
        return new SetDeliveryFee(ORDER, Money.of(amount));
    }
}
