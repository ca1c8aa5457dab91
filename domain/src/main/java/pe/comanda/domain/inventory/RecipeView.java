package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;

import java.math.BigDecimal;
import java.util.List;

/**
 * A recipe as people look at it.
 *
 * @param dish id of the dish or option
 * @param cost of one unit at the items' average cost of this moment, rounded to cents
 */
public record RecipeView(String dish, List<IngredientView> ingredients, Money cost, long version) {
    public RecipeView {
        ingredients = List.copyOf(ingredients);
    }

    /**
     * @param quantity as the recipe says it; @param taken what leaves the stock, in the item's unit
     */
    public record IngredientView(
            String item,
            String name,
            Quantity quantity,
            Unit unit,
            BigDecimal yield,
            Quantity taken,
            Unit takenUnit,
            UnitCost cost) {}
}
