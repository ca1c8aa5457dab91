package pe.comanda.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.inventory.InventoryRule.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.inventory.RecipeCommand.*;
import pe.comanda.domain.inventory.RecipeEvent.*;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipeTest {
    private static final RecipeId CEVICHE =
            RecipeId.of(new BranchId("branch-lima"), new MenuItemId("dish-ceviche"));
    private static final StockItemId FISH = new StockItemId("stock-fish");
    private static final StockItemId LIME = new StockItemId("stock-lime");
    private static final Map<StockItemId, Unit> KEPT =
            Map.of(FISH, Unit.KILOGRAM, LIME, Unit.PIECE);

    private static Portion portion(StockItemId item, String quantity, Unit unit, String yield) {
        return new Portion(item, Quantity.of(quantity), unit, new BigDecimal(yield));
    }

    private static List<RecipeEvent> set(Portion... portions) {
        return Recipe.NONE.decide(
                new SetRecipe(CEVICHE, List.of(portions)),
                item -> Optional.ofNullable(KEPT.get(item)));
    }

    private static void refused(InventoryRule rule, Portion... portions) {
        assertThatThrownBy(() -> set(portions))
                .isInstanceOfSatisfying(
                        RuleViolated.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    @Test
    void what_is_taken_is_counted_in_the_items_unit_and_before_cleaning() {
        var recipe =
                set(portion(FISH, "180", Unit.GRAM, "0.8"), portion(LIME, "6", Unit.PIECE, "1"));
        assertThat(recipe)
                .singleElement()
                .isInstanceOfSatisfying(
                        RecipeSet.class,
                        set ->
                                assertThat(set.ingredients())
                                        .extracting(Ingredient::taken)
                                        .containsExactly(Quantity.of("0.225"), Quantity.of("6")));
    }

    @Test
    void a_pinch_is_rounded_up_so_that_stock_is_never_taken_short() {
        var recipe = (RecipeSet) set(portion(FISH, "0.01", Unit.GRAM, "1")).getFirst();
        assertThat(recipe.ingredients().getFirst().taken()).isEqualTo(Quantity.of("0.0001"));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        refused(RECIPE_HAS_INGREDIENTS);
        refused(UNITS_DO_NOT_CONVERT, portion(FISH, "1", Unit.LITRE, "1"));
        refused(INGREDIENT_UNKNOWN, portion(new StockItemId("stock-x"), "1", Unit.GRAM, "1"));
        refused(STOCK_QUANTITY_MUST_BE_POSITIVE, portion(FISH, "0", Unit.GRAM, "1"));
        refused(YIELD_OUT_OF_RANGE, portion(FISH, "1", Unit.GRAM, "0"));
        refused(YIELD_OUT_OF_RANGE, portion(FISH, "1", Unit.GRAM, "1.01"));
        refused(RECIPE_TAKES_TOO_MUCH, portion(FISH, "1001", Unit.KILOGRAM, "1"));
        refused(
                INGREDIENT_NAMED_TWICE,
                portion(FISH, "1", Unit.GRAM, "1"),
                portion(FISH, "2", Unit.GRAM, "1"));
    }

    @Test
    void clearing_leaves_nothing_to_clear() {
        var recipe = Recipe.evolve(set(portion(LIME, "1", Unit.PIECE, "1")).getFirst());
        var cleared = recipe.decide(new ClearRecipe(CEVICHE), _ -> Optional.empty());
        assertThat(cleared).containsExactly(new RecipeCleared(CEVICHE));
        assertThatThrownBy(
                        () ->
                                Recipe.evolve(cleared.getFirst())
                                        .decide(new ClearRecipe(CEVICHE), _ -> Optional.empty()))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void a_recipe_belongs_to_one_branch() {
        assertThat(CEVICHE.isOf("branch-lima")).isTrue();
        assertThat(CEVICHE.isOf("branch-lim")).isFalse();
        assertThat(CEVICHE.subject()).isEqualTo("dish-ceviche");
        assertThatThrownBy(() -> new RecipeId("recipe-dish-ceviche"))
                .isInstanceOf(MalformedValue.class);
    }
}
