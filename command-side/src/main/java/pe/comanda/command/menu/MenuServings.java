package pe.comanda.command.menu;

import org.springframework.stereotype.Component;

import pe.comanda.domain.inventory.RecipeId;
import pe.comanda.domain.inventory.Servings;
import pe.comanda.domain.menu.MenuItemId;

/** Answers from the menu what recipes may be of. */
@Component
class MenuServings implements Servings {
    private final DishLookup dishes;
    private final ModifierGroupLookup groups;

    MenuServings(DishLookup dishes, ModifierGroupLookup groups) {
        this.dishes = dishes;
        this.groups = groups;
    }

    @Override
    public boolean include(RecipeId recipe, String branch) {
        var subject = recipe.subject();
        return subject.startsWith("option-")
                ? groups.haveOption(subject, branch)
                : dishes.find(new MenuItemId(subject))
                        .filter(dish -> dish.branch().equals(branch))
                        .isPresent();
    }
}
