package pe.comanda.domain.inventory;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.shared.AggregateId;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.tenancy.BranchId;

/**
 * Identity of the recipe of a dish or of an option in one branch: {@code recipe-branch-…:dish-…}.
 * It contains the branch, so that nobody can occupy the recipe of somebody else's dish.
 */
public record RecipeId(String value) implements AggregateId {
    private static final char CUT = ':';

    public RecipeId {
        int cut = value.indexOf(CUT);
        if (cut < 0) {
            throw new MalformedValue("MALFORMED_ID", "A recipe names its branch and its dish");
        }
        var unused = AggregateId.form("recipe", value.substring(0, cut), 80);
        var subject = value.substring(cut + 1);
        var dish = subject.startsWith("option-") ? new OptionId(subject) : new MenuItemId(subject);
        value = value.substring(0, cut + 1) + dish;
    }

    public static RecipeId of(BranchId branch, MenuItemId dish) {
        return new RecipeId("recipe-" + branch + CUT + dish);
    }

    public static RecipeId of(BranchId branch, OptionId option) {
        return new RecipeId("recipe-" + branch + CUT + option);
    }

    public boolean isOf(String branch) {
        return value.startsWith("recipe-" + branch + CUT);
    }

    /** The id of the dish or option. */
    public String subject() {
        return value.substring(value.indexOf(CUT) + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
