package pe.comanda.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.inventory.InventoryRule.SHORTAGE_NOT_OPEN;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.inventory.StockDeduction.Balances;
import pe.comanda.domain.inventory.StockDeduction.Movement;
import pe.comanda.domain.inventory.StockDeduction.Outcome;
import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.inventory.StockDeductionEvent.*;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.RuleViolated;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockDeductionTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final DeductionId ID = DeductionId.of(ORDER, 1);
    private static final StockItemId FISH = new StockItemId("stock-fish");
    private static final StockItemId LIME = new StockItemId("stock-lime");
    private static final StockItemId RICE = new StockItemId("stock-rice");

    private static final LineNeeds CEVICHES =
            line("line-ceviche", need(LIME, "12"), need(FISH, "0.4"));
    private static final LineNeeds TIRADITO = line("line-tiradito", need(FISH, "0.2"));
    private static final LineNeeds RICES = line("line-rice", need(RICE, "0.3"));
    private static final List<LineNeeds> ALL = List.of(CEVICHES, TIRADITO, RICES);
    private static final DeductStock DEDUCT = new DeductStock(ID, ORDER, 1, ALL);
    private static final Balances PLENTY = _ -> Quantity.of("100");

    private static LineNeeds line(String id, Need... needs) {
        return new LineNeeds(new LineId(id), new MenuItemId("dish-1"), "Plato", List.of(needs));
    }

    private static Need need(StockItemId item, String quantity) {
        return new Need(item, Quantity.of(quantity));
    }

    private static Balances onlyThisMuchFish(String fish) {
        return item -> item.equals(FISH) ? Quantity.of(fish) : Quantity.of("100");
    }

    private static StockDeduction given(StockDeductionEvent... events) {
        StockDeduction deduction = StockDeduction.NOT_REQUESTED;
        for (var event : events) {
            deduction = deduction.evolve(event);
        }
        return deduction;
    }

    private static StockDeductionEvent deducted(List<LineNeeds> lines) {
        return new StockDeducted(ID, ORDER, 1, lines, false);
    }

    private static StockShort shortOf(List<LineNeeds> lines, Missing... missing) {
        return new StockShort(ID, ORDER, 1, lines, List.of(missing));
    }

    private static SettleLines cancelled(boolean started, LineNeeds... lines) {
        return new SettleLines(
                ID,
                java.util.Arrays.stream(lines)
                        .map(l -> new SettledLine(l.line(), started))
                        .toList());
    }

    @Test
    void everything_is_taken_item_by_item_in_the_order_of_their_ids() {
        var outcome = StockDeduction.NOT_REQUESTED.decide(DEDUCT, PLENTY);
        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                List.of(deducted(ALL)),
                                List.of(
                                        new Movement.Take(FISH, Quantity.of("0.6"), false),
                                        new Movement.Take(LIME, Quantity.of("12"), false),
                                        new Movement.Take(RICE, Quantity.of("0.3"), false))));
    }

    @Test
    void one_missing_ingredient_and_nothing_is_taken() {
        var outcome = StockDeduction.NOT_REQUESTED.decide(DEDUCT, onlyThisMuchFish("0.5999"));
        assertThat(outcome.movements()).isEmpty();
        assertThat(outcome.events())
                .containsExactly(
                        shortOf(ALL, new Missing(FISH, Quantity.of("0.6"), Quantity.of("0.5999"))));
    }

    @Test
    void exactly_enough_is_enough() {
        var outcome = StockDeduction.NOT_REQUESTED.decide(DEDUCT, onlyThisMuchFish("0.6"));
        assertThat(outcome.movements()).hasSize(3);
    }

    @Test
    void asking_twice_takes_once() {
        assertThat(given(deducted(ALL)).decide(DEDUCT, PLENTY)).isEqualTo(Outcome.NOTHING);
        assertThat(given(shortOf(ALL)).decide(DEDUCT, PLENTY)).isEqualTo(Outcome.NOTHING);
        assertThat(given(deducted(ALL)).touches(DEDUCT)).isEmpty();
    }

    @Test
    void a_confirmed_shortage_takes_all_the_same() {
        var waiting = given(shortOf(ALL));
        var confirmed = waiting.decide(new ConfirmShortage(ID, "hay en cocina"), PLENTY);
        assertThat(confirmed.events())
                .containsExactly(new ShortageConfirmed(ID, ORDER, "hay en cocina"));

        var outcome =
                waiting.evolve(confirmed.events().getFirst())
                        .decide(new TryAgain(ID), onlyThisMuchFish("0"));
        assertThat(outcome.events()).containsExactly(new StockDeducted(ID, ORDER, 1, ALL, true));
        assertThat(outcome.movements())
                .contains(new Movement.Take(FISH, Quantity.of("0.6"), true))
                .hasSize(3);
    }

    @Test
    void trying_again_finds_what_was_bought_meanwhile() {
        var waiting = given(shortOf(ALL), new DeductionRetried(ID, ORDER));
        assertThat(waiting.decide(new TryAgain(ID), PLENTY).events())
                .containsExactly(deducted(ALL));
        assertThat(waiting.decide(new TryAgain(ID), onlyThisMuchFish("0")).movements()).isEmpty();
    }

    @Test
    void only_an_open_shortage_is_decided_and_only_once() {
        for (var nothingOpen :
                List.of(
                        given(deducted(ALL)),
                        given(shortOf(ALL), new ShortageConfirmed(ID, ORDER, "sí")),
                        given(shortOf(ALL), new ShortageReleased(ID, ORDER, "no")),
                        StockDeduction.NOT_REQUESTED)) {
            assertThatThrownBy(() -> nothingOpen.decide(new ConfirmShortage(ID, "sí"), PLENTY))
                    .isInstanceOfSatisfying(
                            RuleViolated.class,
                            r -> assertThat(r.rule()).isEqualTo(SHORTAGE_NOT_OPEN));
        }
    }

    @Test
    void taking_the_dish_off_takes_the_rest() {
        var outcome =
                given(shortOf(ALL)).decide(cancelled(false, CEVICHES), onlyThisMuchFish("0.2"));
        assertThat(outcome.events()).containsExactly(deducted(List.of(TIRADITO, RICES)));
        assertThat(outcome.movements()).hasSize(2);
    }

    @Test
    void taking_off_a_dish_that_was_not_the_problem_leaves_it_short() {
        var outcome = given(shortOf(ALL)).decide(cancelled(false, RICES), onlyThisMuchFish("0.2"));
        assertThat(outcome.events())
                .containsExactly(
                        shortOf(
                                List.of(CEVICHES, TIRADITO),
                                new Missing(FISH, Quantity.of("0.6"), Quantity.of("0.2"))));
    }

    @Test
    void a_shortage_that_nobody_needs_any_more_is_released() {
        var outcome =
                given(shortOf(ALL))
                        .decide(cancelled(true, CEVICHES, TIRADITO, RICES), onlyThisMuchFish("0"));
        assertThat(outcome.events()).containsExactly(new ShortageReleased(ID, ORDER, ""));
        assertThat(outcome.movements()).isEmpty();
    }

    @Test
    void what_nobody_started_goes_back_and_what_was_started_is_lost() {
        var command =
                new SettleLines(
                        ID,
                        List.of(
                                new SettledLine(CEVICHES.line(), true),
                                new SettledLine(RICES.line(), false),
                                new SettledLine(new LineId("line-of-another-round"), false)));
        var taken = given(deducted(ALL));
        assertThat(taken.touches(command)).containsExactly(RICE);
        var outcome = taken.decide(command, PLENTY);
        assertThat(outcome.events())
                .containsExactly(
                        new StockGivenBack(
                                ID, ORDER, List.of(RICES.line()), List.of(need(RICE, "0.3"))),
                        new StockWrittenOff(
                                ID,
                                ORDER,
                                List.of(CEVICHES.line()),
                                List.of(need(FISH, "0.4"), need(LIME, "12"))));
        assertThat(outcome.movements())
                .containsExactly(new Movement.GiveBack(RICE, Quantity.of("0.3")));
    }

    @Test
    void nothing_goes_back_twice() {
        var taken = given(deducted(ALL));
        var command = cancelled(false, CEVICHES);
        for (var event : taken.decide(command, PLENTY).events()) {
            taken = taken.evolve(event);
        }
        assertThat(taken.decide(command, PLENTY)).isEqualTo(Outcome.NOTHING);
        assertThat(taken.touches(command)).isEmpty();
    }

    @Test
    void every_item_that_moves_was_asked_for_before() {
        var commands =
                List.of(
                        DEDUCT,
                        cancelled(false, CEVICHES),
                        cancelled(true, RICES),
                        new TryAgain(ID));
        var states =
                List.of(
                        StockDeduction.NOT_REQUESTED,
                        given(deducted(ALL)),
                        given(shortOf(ALL)),
                        given(shortOf(ALL), new ShortageConfirmed(ID, ORDER, "sí")),
                        given(shortOf(ALL), new ShortageReleased(ID, ORDER, "no")));
        for (var state : states) {
            for (var command : commands) {
                for (var stock : List.of(PLENTY, onlyThisMuchFish("0"))) {
                    assertThat(state.touches(command))
                            .containsAll(
                                    state.decide(command, stock).movements().stream()
                                            .map(Movement::item)
                                            .toList());
                }
            }
        }
    }

    @Test
    void ids_of_long_orders_still_make_an_id() {
        var longest = new OrderId("order-" + "x".repeat(60));
        assertThat(DeductionId.of(longest, 300).value()).endsWith("-300");
        assertThat(DeductionId.of(longest, 1)).isEqualTo(DeductionId.of(longest, 1));
    }
}
