package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.ordering.OrderCommand.AddRound;
import pe.comanda.domain.ordering.OrderCommand.ConfirmOrder;
import pe.comanda.domain.ordering.OrderEvent.DiscountGranted;
import pe.comanda.domain.ordering.OrderEvent.OrderConfirmed;
import pe.comanda.domain.ordering.OrderEvent.RoundAdded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddRoundTest {

    @Test
    void a_round_adds_lines_at_the_price_of_the_moment_under_the_terms_of_the_order() {
        var added =
                given(cevicheNowCosts("40.00"), placed(TWO_CEVICHES))
                        .when(round(ask("line-2", CEVICHE, 1)))
                        .one(RoundAdded.class);

        assertThat(added.round()).isEqualTo(2);
        assertThat(added.lines().getFirst().unitPrice()).isEqualTo(soles("40.00"));
        assertThat(added.lines().getFirst().round()).isEqualTo(2);
        assertThat(added.totals().total()).isEqualTo(soles("116.00"));
        assertThat(added.totals().serviceCharge()).isEqualTo(soles("0.00"));
    }

    @Test
    void a_round_waits_for_confirmation_while_the_first_is_being_cooked() {
        var after =
                given(placed(TWO_CEVICHES), confirmed(TWO_CEVICHES))
                        .when(round(ask("line-2", CEVICHE, 1)))
                        .and();

        assertThat(after.state().status()).isEqualTo(OrderStatus.PENDING);
        var confirmed = after.when(new ConfirmOrder(ORDER)).one(OrderConfirmed.class);
        assertThat(confirmed.round()).isEqualTo(2);
        assertThat(confirmed.lines()).extracting(OrderLine::id).containsExactly(id("line-2"));
    }

    @Test
    void a_discount_stays_with_the_order() {
        var discount = new DiscountGranted(ORDER, soles("6.00"), "demora", Totals.NOTHING);
        var added =
                given(placed(TWO_CEVICHES), discount)
                        .when(round(ask("line-2", CEVICHE, 1)))
                        .one(RoundAdded.class);
        assertThat(added.totals().total()).isEqualTo(soles("108.00"));
    }

    @Test
    void a_round_has_lines() {
        given(placed(TWO_CEVICHES)).when(round()).refusedBy(ORDER_HAS_LINES);
    }

    @Test
    void a_line_id_of_an_earlier_round_is_refused() {
        given(placed(TWO_CEVICHES))
                .when(round(ask(TWO_CEVICHES.id().value(), CEVICHE, 1)))
                .refusedBy(LINE_IDS_ARE_UNIQUE);
    }

    @Test
    void three_hundred_lines_are_enough() {
        var order = given().when(place(sixtyFrom(0))).and();
        for (int round = 1; round < 5; round++) {
            order = order.when(new AddRound(ORDER, sixtyFrom(60 * round))).and();
        }
        order.when(round(ask("line-last", CEVICHE, 1))).refusedBy(TOO_MANY_LINES);
    }

    @Test
    void a_read_only_menu_takes_no_rounds_from_diners_either() {
        var more = round(ask("line-2", CEVICHE, 1));
        given(readOnlyMenu(Role.CUSTOMER), placed(TWO_CEVICHES))
                .when(more)
                .refusedBy(MENU_IS_READ_ONLY);
        assertThat(given(readOnlyMenu(Role.WAITER), placed(TWO_CEVICHES)).when(more).events())
                .hasSize(1);
    }

    @Test
    void only_an_open_order_takes_a_round() {
        given().when(round(ask("line-2", CEVICHE, 1))).refusedBy(ORDER_MUST_EXIST);
        var cancelled = new OrderEvent.OrderCancelled(ORDER, "se fue", List.of(), soles("0.00"));
        given(placed(TWO_CEVICHES), cancelled)
                .when(round(ask("line-2", CEVICHE, 1)))
                .refusedBy(ORDER_MUST_BE_OPEN);
    }

    private static LineId id(String line) {
        return new LineId(line);
    }

    private static AddRound round(RequestedLine... lines) {
        return new AddRound(ORDER, List.of(lines));
    }

    private static List<RequestedLine> sixtyFrom(int first) {
        var lines = new ArrayList<RequestedLine>();
        IntStream.range(first, first + 60).forEach(i -> lines.add(ask("line-" + i, CEVICHE, 1)));
        return lines;
    }
}
