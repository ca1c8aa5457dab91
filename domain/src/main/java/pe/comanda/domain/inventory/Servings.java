package pe.comanda.domain.inventory;

/** What a branch serves, as far as a recipe needs to know it. */
public interface Servings {
    /** Whether the branch has the dish or the option that the recipe is of, archived or not. */
    boolean include(RecipeId recipe, String branch);
}
