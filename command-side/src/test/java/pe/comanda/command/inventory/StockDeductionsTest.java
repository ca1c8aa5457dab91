package pe.comanda.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.command.inventory.Stage.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.inventory.DeductionId;
import pe.comanda.domain.inventory.InventoryCommand.ReceivePurchase;
import pe.comanda.domain.inventory.InventoryEvent.*;
import pe.comanda.domain.inventory.LineNeeds;
import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.inventory.StockDeductionEvent.*;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.RuleViolated;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockDeductionsTest {
    private static final LineNeeds CEVICHE = line("line-1", need(FISH, "0.4"), need(LIME, "6"));
    private static final LineNeeds RICES = line("line-2", need(RICE, "0.3"));
    private static final DeductStock DEDUCT =
            new DeductStock(DEDUCTION, ORDER, 1, List.of(CEVICHE, RICES));

    private final Stage stage = new Stage();

    StockDeductionsTest() throws Exception {
        var unused = stage.stocked(FISH, "1").stocked(LIME, "20").stocked(RICE, "5");
    }

    private static DeductStock another(int order, LineNeeds line) {
        var id = new OrderId("order-another-" + order);
        return new DeductStock(DeductionId.of(id, 1), id, 1, List.of(line));
    }

    @Test
    void a_round_is_one_event_for_each_item_and_one_for_itself() throws Exception {
        stage.send(DEDUCT);
        assertThat(stage.historyOf(FISH))
                .hasSize(2)
                .endsWith(
                        new StockTaken(
                                FISH, DEDUCTION, ORDER, Quantity.of("0.4"), Quantity.of("0.6")));
        assertThat(stage.historyOf(LIME)).hasSize(2);
        assertThat(stage.historyOf(RICE)).hasSize(2);
        assertThat(stage.historyOf(DEDUCTION)).hasSize(1).first().isInstanceOf(StockDeducted.class);
    }

    @Test
    void where_one_item_is_short_no_item_is_touched() throws Exception {
        stage.send(another(1, line("line-x", need(FISH, "0.7"))));
        stage.send(DEDUCT);
        assertThat(stage.historyOf(DEDUCTION)).singleElement().isInstanceOf(StockShort.class);
        assertThat(stage.historyOf(LIME)).hasSize(1);
        assertThat(stage.historyOf(RICE)).hasSize(1);
        assertThat(stage.balanceOf(FISH)).isEqualTo("0.3");
    }

    @Test
    void an_item_that_nobody_has_is_short() throws Exception {
        var strange = another(1, line("line-x", need(new StockItemId("stock-gold"), "1")));
        stage.send(strange);
        assertThat(stage.historyOf(strange.deduction()))
                .singleElement()
                .isInstanceOf(StockShort.class);
    }

    @Test
    void the_same_round_twice_is_taken_once() throws Exception {
        stage.send(DEDUCT);
        stage.send(DEDUCT);
        stage.inOneBatch(false, DEDUCT, DEDUCT);
        assertThat(stage.historyOf(DEDUCTION)).hasSize(1);
        assertThat(stage.balanceOf(FISH)).isEqualTo("0.6");
    }

    @Test
    void rounds_of_one_batch_see_what_the_others_took() throws Exception {
        var second = another(1, line("line-x", need(FISH, "0.4")));
        var third = another(2, line("line-x", need(FISH, "0.4")));
        stage.inOneBatch(false, DEDUCT, second, third);
        assertThat(stage.balanceOf(FISH)).isEqualTo("0.2");
        assertThat(stage.historyOf(third.deduction()))
                .singleElement()
                .isInstanceOf(StockShort.class);
    }

    @Test
    void rounds_of_one_batch_are_one_event_for_each_item() throws Exception {
        var second = another(1, line("line-x", need(FISH, "0.4")));
        stage.inOneBatch(false, DEDUCT, second);
        assertThat(stage.historyOf(FISH))
                .hasSize(2)
                .last()
                .isEqualTo(
                        new StockTakenByRounds(
                                FISH,
                                List.of(
                                        new RoundTaken(
                                                DEDUCTION,
                                                ORDER,
                                                Quantity.of("0.4"),
                                                Quantity.of("0.6")),
                                        new RoundTaken(
                                                second.deduction(),
                                                second.order(),
                                                Quantity.of("0.4"),
                                                Quantity.of("0.2"))),
                                Quantity.of("0.2")));
        assertThat(stage.historyOf(LIME)).last().isInstanceOf(StockTaken.class);
    }

    @Test
    void what_is_given_back_in_the_same_batch_comes_after_what_was_taken() throws Exception {
        var second = another(1, line("line-x", need(RICE, "1")));
        var settle = new SettleLines(DEDUCTION, List.of(new SettledLine(RICES.line(), false)));
        stage.inOneBatch(false, DEDUCT, settle, second);
        assertThat(stage.historyOf(RICE))
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("ItemRegistered", "StockTaken", "StockReturned", "StockTaken");
        assertThat(stage.balanceOf(RICE)).isEqualTo("4");
    }

    @Test
    void an_event_of_one_round_tells_its_order_and_one_of_many_tells_none() throws Exception {
        var second = another(1, line("line-x", need(FISH, "0.4")));
        stage.inOneBatch(false, DEDUCT, second);
        assertThat(stage.correlationOfLast(LIME)).isEqualTo("test");
        assertThat(stage.correlationOfLast(FISH)).isNull();
    }

    @Test
    void a_batch_that_breaks_takes_nothing_and_may_be_handled_again() throws Exception {
        var second = another(1, line("line-x", need(FISH, "0.4")));
        stage.inOneBatch(true, DEDUCT, second);
        assertThat(stage.historyOf(DEDUCTION)).isEmpty();
        assertThat(stage.historyOf(FISH)).hasSize(1);

        stage.inOneBatch(false, DEDUCT, second);
        assertThat(stage.balanceOf(FISH)).isEqualTo("0.2");
        assertThat(stage.historyOf(FISH)).hasSize(2);
    }

    @Test
    void cancelled_lines_go_back_or_are_lost_once() throws Exception {
        stage.send(DEDUCT);
        var settle =
                new SettleLines(
                        DEDUCTION,
                        List.of(
                                new SettledLine(CEVICHE.line(), true),
                                new SettledLine(RICES.line(), false)));
        stage.send(settle);
        stage.send(settle);
        assertThat(stage.balanceOf(RICE)).isEqualTo("5");
        assertThat(stage.balanceOf(FISH)).isEqualTo("0.6");
        assertThat(stage.historyOf(RICE)).hasSize(3).last().isInstanceOf(StockReturned.class);
        assertThat(stage.historyOf(DEDUCTION))
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("StockDeducted", "StockGivenBack", "StockWrittenOff");
    }

    @Test
    void a_confirmed_shortage_leaves_a_negative_balance_and_says_so() throws Exception {
        stage.send(another(1, line("line-x", need(FISH, "0.7"))));
        stage.send(DEDUCT);
        stage.send(new ConfirmShortage(DEDUCTION, "hay en la congeladora"));
        stage.send(new TryAgain(DEDUCTION));
        assertThat(stage.balanceOf(FISH)).isEqualTo("-0.1");
        assertThat(stage.historyOf(FISH)).last().isInstanceOf(StockRanOut.class);
        assertThat(stage.historyOf(DEDUCTION))
                .last()
                .isInstanceOfSatisfying(
                        StockDeducted.class,
                        deducted -> assertThat(deducted.despiteShortage()).isTrue());
    }

    @Test
    void a_purchase_makes_a_retry_succeed() throws Exception {
        stage.send(another(1, line("line-x", need(FISH, "0.7"))));
        stage.send(DEDUCT);
        stage.send(new ReceivePurchase(FISH, Quantity.of("2"), new UnitCost("30"), ""));
        stage.send(new RetryDeduction(DEDUCTION));
        stage.send(new TryAgain(DEDUCTION));
        assertThat(stage.balanceOf(FISH)).isEqualTo("1.9");
    }

    @Test
    void nobody_decides_on_the_shortage_of_another_organization() throws Exception {
        stage.send(another(1, line("line-x", need(FISH, "0.7"))));
        stage.send(DEDUCT);
        var stranger = Caller.system("org-2", "branch-1", "test");
        assertThatThrownBy(() -> stage.send(new ConfirmShortage(DEDUCTION, "porque sí"), stranger))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        r -> assertThat(r.rule()).isEqualTo(AccessRule.FOREIGN_TENANT));
    }
}
