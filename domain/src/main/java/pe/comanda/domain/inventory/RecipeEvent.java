package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.DomainEvent;

import java.util.List;

/** Everything that can have happened to a recipe. */
public sealed interface RecipeEvent extends DomainEvent {
    RecipeId recipe();

    record RecipeSet(RecipeId recipe, List<Ingredient> ingredients) implements RecipeEvent {
        public RecipeSet {
            ingredients = List.copyOf(ingredients);
        }
    }

    record RecipeCleared(RecipeId recipe) implements RecipeEvent {}
}
