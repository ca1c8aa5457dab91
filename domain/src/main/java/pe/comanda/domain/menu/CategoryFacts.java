package pe.comanda.domain.menu;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a category must know of the rest of the branch's menu to decide. */
public interface CategoryFacts {

    /**
     * The way from a category up to the top, itself first; empty where there is no such category in
     * the branch or it is archived.
     */
    Optional<List<CategoryId>> wayUpFrom(CategoryId category);

    /** The dishes that hang from the category at hand and are not archived. */
    Set<MenuItemId> dishes();

    /** Whether categories that are not archived hang from it. */
    boolean hasSubcategories();
}
