package pe.comanda.domain.inventory;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Quantity;

import java.math.BigDecimal;
import java.util.List;

/** Everything one can ask of a recipe. */
public sealed interface RecipeCommand extends Command {
    RecipeId recipe();

    @Override
    default RecipeId target() {
        return recipe();
    }

    @Override
    default Permission requires() {
        return Permission.INVENTORY_UPDATE;
    }

    /** In place of what it was before. 1 to 60 ingredients, each item once. */
    record SetRecipe(RecipeId recipe, List<Portion> portions) implements RecipeCommand {
        public SetRecipe {
            portions = List.copyOf(portions);
        }
    }

    /** From now on the dish or option takes nothing from stock. */
    record ClearRecipe(RecipeId recipe) implements RecipeCommand {}

    /**
     * @param yield the share that is left after cleaning and cooking, above 0 and up to 1
     */
    record Portion(StockItemId item, Quantity quantity, Unit unit, BigDecimal yield) {}
}
