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
import pe.comanda.domain.ordering.OrderCommand.ConfirmOrder;
import pe.comanda.domain.ordering.OrderCommand.PlaceOrder;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;

import java.util.List;
import java.util.stream.IntStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaceOrderTest {

    @Test
    void an_order_copies_names_and_prices_of_its_dishes() {
        var placed =
                given().when(place(ask("line-1", LOMO, 2, MEDIUM, EGG))).one(OrderPlaced.class);

        var line = placed.lines().getFirst();
        assertThat(line.name()).isEqualTo("Lomo saltado");
        assertThat(line.unitPrice()).isEqualTo(soles("45.00"));
        assertThat(line.options()).extracting(ChosenOption::option).containsExactly(MEDIUM, EGG);
        assertThat(line.total()).isEqualTo(soles("97.00"));
        assertThat(line.round()).isEqualTo(1);
        assertThat(placed.number()).isEqualTo(31);
        assertThat(placed.businessDay()).isEqualTo(WEDNESDAY);
        assertThat(placed.table()).isEqualTo(TABLE_SEVEN);
        assertThat(placed.terms()).isEqualTo(WITH_IGV);
    }

    @Test
    void prices_contain_the_tax() {
        var totals = given().when(place(ask("line-1", CEVICHE, 2))).one(OrderPlaced.class).totals();

        assertThat(totals)
                .isEqualTo(
                        new Totals(
                                soles("76.00"),
                                soles("0.00"),
                                soles("64.41"),
                                soles("11.59"),
                                soles("0.00"),
                                soles("0.00"),
                                soles("0.00"),
                                soles("76.00")));
    }

    @Test
    void a_later_price_change_touches_nothing() {
        var before = given(placed(TWO_CEVICHES));
        var after = given(cevicheNowCosts("99.00"), placed(TWO_CEVICHES));

        assertThat(((OpenOrder) after.when(new ConfirmOrder(ORDER)).and().state()).totals())
                .isEqualTo(((OpenOrder) before.state()).totals());
    }

    @Test
    void an_order_is_placed_once() {
        given(placed(TWO_CEVICHES))
                .when(place(ask("line-1", CEVICHE, 1)))
                .refusedBy(ORDER_IS_PLACED_ONCE);
    }

    @Test
    void an_order_has_lines() {
        given().when(place(List.of())).refusedBy(ORDER_HAS_LINES);
    }

    @Test
    void sixty_lines_are_accepted() {
        var placed = given().when(place(lines(60))).one(OrderPlaced.class);
        assertThat(placed.lines()).hasSize(60);
    }

    @Test
    void sixty_one_lines_are_refused() {
        given().when(place(lines(61))).refusedBy(TOO_MANY_LINES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99})
    void a_quantity_from_1_to_99_is_accepted(int quantity) {
        var placed = given().when(place(ask("line-1", CEVICHE, quantity))).one(OrderPlaced.class);
        assertThat(placed.lines().getFirst().quantity()).isEqualTo(quantity);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100, Integer.MAX_VALUE})
    void any_other_quantity_is_refused(int quantity) {
        given().when(place(ask("line-1", CEVICHE, quantity))).refusedBy(QUANTITY_OUT_OF_RANGE);
    }

    @Test
    void no_line_id_comes_twice() {
        given().when(place(ask("line-1", CEVICHE, 1), ask("line-1", CEVICHE, 2)))
                .refusedBy(LINE_IDS_ARE_UNIQUE);
    }

    @Test
    void a_note_may_have_five_hundred_characters() {
        var placed = given().when(noted("n".repeat(500), "l".repeat(500))).one(OrderPlaced.class);
        assertThat(placed.note()).hasSize(500);
        assertThat(placed.lines().getFirst().note()).hasSize(500);
    }

    @Test
    void a_longer_note_is_refused() {
        given().when(noted("n".repeat(501), "")).refusedBy(NOTE_TOO_LONG);
        given().when(noted("", "l".repeat(501))).refusedBy(NOTE_TOO_LONG);
    }

    @Test
    void what_is_not_on_the_menu_cannot_be_ordered() {
        given().when(place(ask("line-1", NOT_ON_MENU, 1))).refusedBy(DISH_NOT_ON_MENU);
    }

    @Test
    void what_is_off_today_cannot_be_ordered() {
        given().when(place(ask("line-1", PACHAMANCA, 1))).refusedBy(DISH_NOT_AVAILABLE);
    }

    @Test
    void as_many_options_are_chosen_as_the_group_asks_for() {
        given().when(place(ask("line-1", LOMO, 1))).refusedBy(TOO_FEW_OPTIONS);
        given().when(place(ask("line-1", LOMO, 1, MEDIUM, WELL_DONE))).refusedBy(TOO_MANY_OPTIONS);
        given().when(place(ask("line-1", LOMO, 1, MEDIUM, EGG, EGG, AVOCADO)))
                .refusedBy(TOO_MANY_OPTIONS);
    }

    @Test
    void an_option_may_be_chosen_twice() {
        var placed =
                given().when(place(ask("line-1", LOMO, 1, MEDIUM, EGG, EGG)))
                        .one(OrderPlaced.class);
        assertThat(placed.totals().gross()).isEqualTo(soles("52.00"));
    }

    @Test
    void an_option_that_is_off_is_refused() {
        given().when(place(ask("line-1", LOMO, 1, BLUE))).refusedBy(OPTION_NOT_AVAILABLE);
    }

    @Test
    void an_option_of_another_dish_is_refused() {
        given().when(place(ask("line-1", CEVICHE, 1, EGG))).refusedBy(OPTION_NOT_OFFERED);
    }

    @Test
    void dining_in_takes_a_table_session() {
        given().when(order(OrderType.DINE_IN)).refusedBy(TABLE_SESSION_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(names = "DINE_IN", mode = EnumSource.Mode.EXCLUDE)
    void what_leaves_the_house_takes_none(OrderType type) {
        var placed = given().when(order(type)).one(OrderPlaced.class);
        assertThat(placed.type()).isEqualTo(type);
        assertThat(placed.session()).isNull();
    }

    @Test
    void the_session_must_be_active() {
        given(sessionNotActive())
                .when(place(ask("line-1", CEVICHE, 1)))
                .refusedBy(TABLE_SESSION_NOT_ACTIVE);
    }

    @Test
    void a_read_only_menu_takes_no_orders_from_diners_but_from_waiters() {
        var command = place(ask("line-1", CEVICHE, 1));
        given(readOnlyMenu(Role.CUSTOMER)).when(command).refusedBy(MENU_IS_READ_ONLY);
        var accepted = given(readOnlyMenu(Role.WAITER)).when(command).accepted();
        assertThat(accepted.events()).hasSize(1);
    }

    @Test
    void a_refused_order_draws_no_number() {
        var facts =
                new OrderFacts(
                        _ -> java.util.Optional.empty(),
                        WITH_IGV,
                        WEDNESDAY,
                        () -> {
                            throw new AssertionError("A number was drawn");
                        },
                        TABLE_SEVEN,
                        false,
                        Role.WAITER,
                        NO_COUPONS,
                        NO_REWARDS);
        given(facts).when(place(ask("line-1", CEVICHE, 1))).refusedBy(DISH_NOT_ON_MENU);
    }

    private static List<RequestedLine> lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> ask("line-" + i, CEVICHE, 1)).toList();
    }

    private static PlaceOrder noted(String note, String lineNote) {
        var line = new RequestedLine(new LineId("line-1"), CEVICHE, 1, List.of(), lineNote);
        return new PlaceOrder(ORDER, OrderType.DINE_IN, SESSION, null, List.of(line), note);
    }

    private static PlaceOrder order(OrderType type) {
        return new PlaceOrder(ORDER, type, null, null, List.of(ask("line-1", CEVICHE, 1)), "");
    }
}
