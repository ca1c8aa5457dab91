package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.*;
import static pe.comanda.domain.menu.Menus.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.menu.CategoryCommand.*;
import pe.comanda.domain.menu.CategoryEvent.*;

import java.util.List;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CategoryTest {
    private static final Around UNDER_SEAFOOD = new Around(List.of(SEAFOOD), Set.of(), false);

    @Test
    void a_category_stands_at_the_top_or_under_another_of_its_branch() {
        category(Around.NOTHING)
                .when(new CreateCategory(SEAFOOD, " Pescados ", "", null))
                .then(SEAFOOD_CREATED);
        category(UNDER_SEAFOOD)
                .when(new CreateCategory(COLD, "Fríos", "", SEAFOOD))
                .then(new CategoryCreated(COLD, "Fríos", "", SEAFOOD));
    }

    @Test
    void it_does_not_hang_from_what_the_branch_does_not_have() {
        category(Around.NOTHING)
                .when(new CreateCategory(COLD, "Fríos", "", SEAFOOD))
                .refusedBy(CATEGORY_NOT_IN_BRANCH);
    }

    @Test
    void nothing_hangs_from_itself_not_even_over_others() {
        var coldIsUnderSeafood = new Around(List.of(COLD, SEAFOOD), Set.of(), true);
        category(coldIsUnderSeafood, SEAFOOD_CREATED)
                .when(new MoveCategory(SEAFOOD, COLD))
                .refusedBy(CATEGORY_INSIDE_ITSELF);
    }

    @Test
    void four_levels_are_enough() {
        var deep =
                new Around(
                        List.of(
                                SEAFOOD,
                                new CategoryId("category-a"),
                                new CategoryId("category-b"),
                                new CategoryId("category-c")),
                        Set.of(),
                        false);
        category(deep)
                .when(new CreateCategory(COLD, "Fríos", "", SEAFOOD))
                .refusedBy(CATEGORIES_TOO_DEEP);
    }

    @Test
    void a_category_with_dishes_or_subcategories_is_not_archived() {
        category(new Around(List.of(), Set.of(CEVICHE), false), SEAFOOD_CREATED)
                .when(new ArchiveCategory(SEAFOOD))
                .refusedBy(CATEGORY_HAS_DISHES);
        category(new Around(List.of(), Set.of(), true), SEAFOOD_CREATED)
                .when(new ArchiveCategory(SEAFOOD))
                .refusedBy(CATEGORY_HAS_SUBCATEGORIES);
        category(Around.NOTHING, SEAFOOD_CREATED)
                .when(new ArchiveCategory(SEAFOOD))
                .then(new CategoryArchived(SEAFOOD));
    }

    @Test
    void an_archived_category_is_restored_and_then_renamed() {
        category(Around.NOTHING, SEAFOOD_CREATED, new CategoryArchived(SEAFOOD))
                .when(new RenameCategory(SEAFOOD, "Mar", ""))
                .refusedBy(CATEGORY_IS_ARCHIVED);
        category(
                        Around.NOTHING,
                        SEAFOOD_CREATED,
                        new CategoryArchived(SEAFOOD),
                        new CategoryRestored(SEAFOOD))
                .when(new RenameCategory(SEAFOOD, "Mar", ""))
                .then(new CategoryRenamed(SEAFOOD, "Mar", ""));
    }

    @Test
    void dishes_are_arranged_by_the_complete_list_only() {
        var two = new Around(List.of(), Set.of(CEVICHE, TIRADITO), false);
        category(two, SEAFOOD_CREATED)
                .when(new ArrangeDishes(SEAFOOD, List.of(TIRADITO, CEVICHE)))
                .then(new DishesArranged(SEAFOOD, List.of(TIRADITO, CEVICHE)));
        category(two, SEAFOOD_CREATED)
                .when(new ArrangeDishes(SEAFOOD, List.of(TIRADITO)))
                .refusedBy(ARRANGEMENT_IS_OUTDATED);
        category(two, SEAFOOD_CREATED)
                .when(new ArrangeDishes(SEAFOOD, List.of(TIRADITO, TIRADITO)))
                .refusedBy(ARRANGEMENT_IS_OUTDATED);
    }
}
