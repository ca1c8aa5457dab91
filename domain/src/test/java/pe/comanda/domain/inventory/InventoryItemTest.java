package pe.comanda.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.inventory.InventoryRule.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.inventory.InventoryCommand.*;
import pe.comanda.domain.inventory.InventoryEvent.*;
import pe.comanda.domain.inventory.InventoryItem.Taking;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Words;

import java.util.List;
import java.util.Random;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InventoryItemTest {
    private static final StockItemId FISH = new StockItemId("stock-fish");
    private static final OrderId ORDER = new OrderId("order-1");
    private static final DeductionId DEDUCTION = DeductionId.of(ORDER, 1);
    private static final UnitCost COST = new UnitCost("30");

    private static Quantity kg(String amount) {
        return Quantity.of(amount);
    }

    /** Ten kilograms, two of which are the minimum. */
    private static InventoryItem tenKilos() {
        return given(
                new ItemRegistered(
                        FISH, "Lenguado", Unit.KILOGRAM, "Pescado", kg("2"), COST, kg("10")));
    }

    private static InventoryItem given(InventoryEvent... events) {
        InventoryItem item = InventoryItem.NOT_REGISTERED;
        for (var event : events) {
            item = item.evolve(event);
        }
        return item;
    }

    private static InventoryItem after(InventoryItem item, List<InventoryEvent> events) {
        for (var event : events) {
            item = item.evolve(event);
        }
        return item;
    }

    private static void refused(BusinessRule rule, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        RuleViolated.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    @Test
    void an_item_is_registered_with_what_is_there_today() {
        var events =
                InventoryItem.NOT_REGISTERED.decide(
                        new RegisterItem(
                                FISH,
                                " Lenguado ",
                                Unit.KILOGRAM,
                                "Pescado",
                                kg("2"),
                                COST,
                                kg("10")));
        assertThat(events)
                .containsExactly(
                        new ItemRegistered(
                                FISH,
                                "Lenguado",
                                Unit.KILOGRAM,
                                "Pescado",
                                kg("2"),
                                COST,
                                kg("10")));
    }

    @Test
    void a_purchase_adds_to_the_balance_and_weighs_into_the_average_cost() {
        var events =
                tenKilos()
                        .decide(
                                new ReceivePurchase(
                                        FISH, kg("5"), new UnitCost("36"), "Terminal pesquero"));
        assertThat(events)
                .containsExactly(
                        new PurchaseReceived(
                                FISH,
                                kg("5"),
                                new UnitCost("36"),
                                "Terminal pesquero",
                                kg("15"),
                                new UnitCost("32")));
    }

    @Test
    void what_is_owed_weighs_nothing_in_the_average_cost() {
        assertThat(COST.averagedWith(kg("-3"), kg("5"), new UnitCost("36")))
                .isEqualTo(new UnitCost("36"));
    }

    @Test
    void waste_needs_a_reason_and_cannot_exceed_what_is_there() {
        refused(
                STOCK_INSUFFICIENT,
                () -> tenKilos().decide(new RecordWaste(FISH, kg("10.0001"), "se malogró")));
        refused(Words.TEXT_REQUIRED, () -> tenKilos().decide(new RecordWaste(FISH, kg("1"), " ")));
        assertThat(tenKilos().decide(new RecordWaste(FISH, kg("1"), "se malogró")))
                .containsExactly(new WasteRecorded(FISH, kg("1"), "se malogró", kg("9")));
    }

    @Test
    void a_count_sets_the_balance_up_or_down() {
        assertThat(tenKilos().decide(new CountStock(FISH, kg("9.4"), "inventario")))
                .containsExactly(new StockCounted(FISH, kg("-0.6"), "inventario", kg("9.4")));
        assertThat(tenKilos().decide(new CountStock(FISH, kg("10.5"), "inventario")))
                .containsExactly(new StockCounted(FISH, kg("0.5"), "inventario", kg("10.5")));
    }

    @Test
    void nothing_negative_is_accepted() {
        var item = tenKilos();
        refused(
                STOCK_QUANTITY_NOT_NEGATIVE,
                () -> item.decide(new CountStock(FISH, kg("-1"), "inventario")));
        refused(
                STOCK_QUANTITY_MUST_BE_POSITIVE,
                () -> item.decide(new ReceivePurchase(FISH, kg("0"), COST, "")));
        refused(
                COST_NOT_NEGATIVE,
                () -> item.decide(new ReceivePurchase(FISH, kg("1"), new UnitCost("-1"), "")));
        refused(
                STOCK_QUANTITY_NOT_NEGATIVE,
                () -> item.decide(new ReviseItem(FISH, "Lenguado", "", kg("-1"))));
    }

    @Test
    void crossing_a_limit_is_told_once_per_crossing() {
        var item = tenKilos();
        var low = item.take(one(kg("8.5"), false));
        assertThat(low)
                .containsExactly(
                        new StockTaken(FISH, DEDUCTION, ORDER, kg("8.5"), kg("1.5")),
                        new StockRanLow(FISH, kg("1.5"), kg("2")));
        item = after(item, low);

        var stillLow = item.take(one(kg("0.5"), false));
        assertThat(stillLow).hasSize(1);
        item = after(item, stillLow);

        var out = item.take(one(kg("1"), false));
        assertThat(out.getLast()).isEqualTo(new StockRanOut(FISH, kg("0")));
        item = after(item, out);

        var some = item.decide(new ReceivePurchase(FISH, kg("1"), COST, ""));
        assertThat(some.getLast()).isEqualTo(new StockRecovered(FISH, kg("1"), StockLevel.LOW));
        item = after(item, some);

        var plenty = item.decide(new ReceivePurchase(FISH, kg("9"), COST, ""));
        assertThat(plenty.getLast()).isEqualTo(new StockRecovered(FISH, kg("10"), StockLevel.OK));
    }

    @Test
    void several_rounds_take_one_after_the_other_and_are_told_together() {
        var second = new Taking(DeductionId.of(ORDER, 2), ORDER, kg("7"), false);
        var taken = tenKilos().take(List.of(one(kg("2"), false).getFirst(), second));
        assertThat(taken)
                .containsExactly(
                        new StockTakenByRounds(
                                FISH,
                                List.of(
                                        new RoundTaken(DEDUCTION, ORDER, kg("2"), kg("8")),
                                        new RoundTaken(
                                                second.deduction(), ORDER, kg("7"), kg("1"))),
                                kg("1")),
                        new StockRanLow(FISH, kg("1"), kg("2")));
        assertThat(after(tenKilos(), taken).stocked().balance()).isEqualTo(kg("1"));
        refused(STOCK_INSUFFICIENT, () -> tenKilos().take(List.of(second, second)));
    }

    @Test
    void exactly_the_minimum_is_enough() {
        assertThat(tenKilos().take(one(kg("8"), false))).hasSize(1);
    }

    @Test
    void raising_the_minimum_crosses_it_too() {
        assertThat(tenKilos().decide(new ReviseItem(FISH, "Lenguado", "", kg("12"))))
                .containsExactly(
                        new ItemRevised(FISH, "Lenguado", "", kg("12")),
                        new StockRanLow(FISH, kg("10"), kg("12")));
    }

    @Test
    void only_a_confirmed_shortage_takes_more_than_there_is() {
        refused(STOCK_INSUFFICIENT, () -> tenKilos().take(one(kg("10.1"), false)));
        assertThat(tenKilos().take(one(kg("10.1"), true)).getFirst())
                .isEqualTo(new StockTaken(FISH, DEDUCTION, ORDER, kg("10.1"), kg("-0.1")));
    }

    @Test
    void an_item_is_registered_once() {
        refused(
                STOCK_ITEM_IS_REGISTERED_ONCE,
                () ->
                        tenKilos()
                                .decide(
                                        new RegisterItem(
                                                FISH, "Otro", Unit.GRAM, "", kg("0"), COST,
                                                kg("0"))));
    }

    /** Whatever is asked, in any order: no balance below zero unless a shortage was confirmed. */
    @Test
    void no_history_leads_below_zero() {
        var random = new Random(42);
        var item = tenKilos();
        for (int i = 0; i < 5_000; i++) {
            var amount = new Quantity(java.math.BigDecimal.valueOf(random.nextInt(1, 50_000), 4));
            var before = item;
            try {
                item =
                        after(
                                item,
                                switch (random.nextInt(5)) {
                                    case 0 ->
                                            before.decide(
                                                    new ReceivePurchase(FISH, amount, COST, ""));
                                    case 1 -> before.decide(new RecordWaste(FISH, amount, "x"));
                                    case 2 -> before.decide(new CountStock(FISH, amount, "x"));
                                    case 3 -> before.giveBack(DEDUCTION, ORDER, amount);
                                    default -> before.take(one(amount, false));
                                });
            } catch (RuleViolated _) {
                assertThat(item).isSameAs(before);
            }
            assertThat(item.stocked().balance().isNegative()).isFalse();
            assertThat(item.stocked().level())
                    .isEqualTo(StockLevel.of(item.stocked().balance(), kg("2")));
        }
    }

    private static List<Taking> one(Quantity quantity, boolean despiteShortage) {
        return List.of(new Taking(DEDUCTION, ORDER, quantity, despiteShortage));
    }
}
