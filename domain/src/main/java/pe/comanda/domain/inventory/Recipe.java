package pe.comanda.domain.inventory;

import static pe.comanda.domain.inventory.InventoryRule.*;

import pe.comanda.domain.inventory.RecipeCommand.*;
import pe.comanda.domain.inventory.RecipeEvent.*;
import pe.comanda.domain.shared.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one unit of a dish, or of an option, takes from stock. */
public record Recipe(List<Ingredient> ingredients) {
    public static final Recipe NONE = new Recipe(List.of());
    private static final int MAX_INGREDIENTS = 60;

    /** Far above any dish, and small enough that no order's needs can overflow a quantity. */
    private static final Quantity MAX_TAKEN = Quantity.of("1000");

    public Recipe {
        ingredients = List.copyOf(ingredients);
    }

    /**
     * @param unitOf the unit that an item of the branch is kept in; empty where there is no such
     *     item
     */
    public List<RecipeEvent> decide(
            RecipeCommand command, Function<StockItemId, Optional<Unit>> unitOf) {
        return switch (command) {
            case SetRecipe(var id, var portions) ->
                    List.of(new RecipeSet(id, ingredients(portions, unitOf)));
            case ClearRecipe(var id) -> {
                NO_SUCH_RECIPE.require(!ingredients.isEmpty());
                yield List.of(new RecipeCleared(id));
            }
        };
    }

    public static Recipe evolve(RecipeEvent event) {
        return switch (event) {
            case RecipeSet(_, var ingredients) -> new Recipe(ingredients);
            case RecipeCleared _ -> NONE;
        };
    }

    private static List<Ingredient> ingredients(
            List<Portion> portions, Function<StockItemId, Optional<Unit>> unitOf) {
        RECIPE_HAS_INGREDIENTS.require(!portions.isEmpty());
        TOO_MANY_INGREDIENTS.require(portions.size() <= MAX_INGREDIENTS, "limit", MAX_INGREDIENTS);
        var named = new HashSet<StockItemId>();
        return portions.stream()
                .map(
                        portion -> {
                            INGREDIENT_NAMED_TWICE.require(
                                    named.add(portion.item()), "item", portion.item());
                            return ingredient(portion, unitOf);
                        })
                .toList();
    }

    private static Ingredient ingredient(
            Portion portion, Function<StockItemId, Optional<Unit>> unitOf) {
        STOCK_QUANTITY_MUST_BE_POSITIVE.require(
                portion.quantity().isPositive(), "item", portion.item());
        var yield = portion.yield();
        YIELD_OUT_OF_RANGE.require(
                yield.signum() > 0
                        && yield.compareTo(BigDecimal.ONE) <= 0
                        && yield.stripTrailingZeros().scale() <= 4,
                "yield",
                yield.toPlainString());
        var kept =
                unitOf.apply(portion.item())
                        .orElseThrow(() -> INGREDIENT_UNKNOWN.broken("item", portion.item()));
        var gross = portion.quantity().value().divide(yield, 10, RoundingMode.CEILING);
        var taken = portion.unit().convert(gross, kept);
        RECIPE_TAKES_TOO_MUCH.require(
                !MAX_TAKEN.isLessThan(taken), "limit", MAX_TAKEN + " " + kept.symbol());
        return new Ingredient(portion.item(), portion.quantity(), portion.unit(), yield, taken);
    }
}
