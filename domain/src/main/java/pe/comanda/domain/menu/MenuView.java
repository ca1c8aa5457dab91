package pe.comanda.domain.menu;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;

/**
 * The menu as guests and tills look at it. Prices with tax. Dishes that are off stay visible with a
 * flag; what is archived is not here.
 *
 * @param categories those at the top first, each followed by what hangs from it
 * @param modifierGroups those that the dishes name
 */
public record MenuView(
        String branch, List<Heading> categories, List<ModifierGroupView> modifierGroups) {

    /** A category with its dishes. */
    public record Heading(
            String id,
            String name,
            String description,
            @Nullable String parent,
            List<Dish> dishes) {}

    /**
     * @param preparation minutes; @param spice 0 to 3; @param featured pinned on the till
     * @param modifierGroups in the order that guests are asked
     */
    public record Dish(
            String id,
            String name,
            String description,
            Money price,
            TaxClass taxClass,
            @Nullable Integer preparation,
            List<Allergen> allergens,
            List<DietaryTag> tags,
            @Nullable Integer spice,
            boolean featured,
            boolean available,
            List<String> modifierGroups) {}
}
