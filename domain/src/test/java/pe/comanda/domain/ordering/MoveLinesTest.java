package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.LineStatus.*;
import static pe.comanda.domain.ordering.OrderRule.*;
import static pe.comanda.domain.ordering.Orders.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.domain.ordering.OrderCommand.MoveLines;
import pe.comanda.domain.ordering.OrderEvent.LinesMoved;
import pe.comanda.domain.shared.Spec;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoveLinesTest {
    /** Everything else is refused. Back is the recall of a bump. */
    private static final Set<List<LineStatus>> ALLOWED =
            Set.of(
                    List.of(CONFIRMED, PREPARING),
                    List.of(PREPARING, READY),
                    List.of(READY, SERVED),
                    List.of(PREPARING, CONFIRMED),
                    List.of(READY, PREPARING),
                    List.of(SERVED, READY));

    static Stream<Arguments> everyStep() {
        return Arrays.stream(LineStatus.values())
                .flatMap(
                        from ->
                                Arrays.stream(LineStatus.values())
                                        .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void a_line_moves_one_step_forward_or_one_step_back(LineStatus from, LineStatus to) {
        var outcome = at(from).when(move(to, TWO_CEVICHES));

        if (ALLOWED.contains(List.of(from, to))) {
            var moved = outcome.one(LinesMoved.class);
            assertThat(moved.lines()).containsExactly(TWO_CEVICHES.id());
            assertThat(moved.to()).isEqualTo(to);
            assertThat(((OpenOrder) outcome.and().state()).lines().get(TWO_CEVICHES.id()).status())
                    .isEqualTo(to);
        } else {
            outcome.refusedBy(LINE_CANNOT_MOVE);
        }
    }

    @Test
    void an_order_stands_where_its_least_advanced_line_stands() {
        var cooking =
                given(placed(TWO_CEVICHES, A_CHICHA), confirmed(TWO_CEVICHES, A_CHICHA))
                        .when(move(PREPARING, A_CHICHA));
        assertThat(cooking.one(LinesMoved.class).status()).isEqualTo(OrderStatus.PREPARING);

        var oneReady = cooking.and().when(move(READY, A_CHICHA));
        assertThat(oneReady.one(LinesMoved.class).status()).isEqualTo(OrderStatus.PREPARING);
    }

    @Test
    void naming_no_line_moves_every_line_that_can_go_on() {
        given(
                        placed(TWO_CEVICHES, A_CHICHA, A_TASTING),
                        confirmed(TWO_CEVICHES, A_CHICHA),
                        moved(PREPARING, A_CHICHA))
                .when(move(PREPARING))
                .then(
                        new LinesMoved(
                                ORDER, List.of(TWO_CEVICHES.id()), PREPARING, OrderStatus.PENDING));
    }

    @Test
    void naming_no_line_takes_none_back() {
        given(served(TWO_CEVICHES)).when(move(READY)).refusedBy(NO_LINE_TO_MOVE);
    }

    @Test
    void one_line_that_cannot_move_holds_all_back() {
        given(placed(TWO_CEVICHES, A_CHICHA), confirmed(TWO_CEVICHES))
                .when(move(PREPARING, TWO_CEVICHES, A_CHICHA))
                .refusedBy(LINE_CANNOT_MOVE);
    }

    @Test
    void a_line_named_twice_moves_once() {
        given(placed(TWO_CEVICHES), confirmed(TWO_CEVICHES))
                .when(move(PREPARING, TWO_CEVICHES, TWO_CEVICHES))
                .then(moved(PREPARING, TWO_CEVICHES));
    }

    @Test
    void a_line_of_another_order_is_unknown() {
        given(placed(TWO_CEVICHES), confirmed(TWO_CEVICHES))
                .when(move(PREPARING, A_CHICHA))
                .refusedBy(UNKNOWN_LINE);
    }

    private static MoveLines move(LineStatus to, OrderLine... lines) {
        return new MoveLines(ORDER, Stream.of(lines).map(OrderLine::id).toList(), to);
    }

    /** An order whose ceviches have got this far; its other line keeps it open. */
    private static Spec<Order, OrderCommand, OrderEvent> at(LineStatus status) {
        var order = given(placed(TWO_CEVICHES, A_CHICHA));
        return switch (status) {
            case PENDING -> order;
            case CANCELLED ->
                    order.when(new OrderCommand.CancelLine(ORDER, TWO_CEVICHES.id(), "no quiere"))
                            .and();
            case CONFIRMED, PREPARING, READY, SERVED -> {
                var on = order.when(new OrderCommand.ConfirmOrder(ORDER)).and();
                for (var step : List.of(PREPARING, READY, SERVED)) {
                    if (step.compareTo(status) <= 0) {
                        on = on.when(move(step, TWO_CEVICHES)).and();
                    }
                }
                yield on;
            }
        };
    }
}
