package pe.comanda.domain.menu;

import pe.comanda.domain.menu.CategoryEvent.CategoryCreated;
import pe.comanda.domain.menu.MenuItemEvent.DishCreated;
import pe.comanda.domain.menu.ModifierGroupEvent.ModifierGroupCreated;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Spec;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Named examples of a cevichería's menu. */
final class Menus {
    static final CategoryId SEAFOOD = new CategoryId("category-seafood");
    static final CategoryId COLD = new CategoryId("category-cold");
    static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    static final MenuItemId TIRADITO = new MenuItemId("dish-tiradito");
    static final ModifierGroupId CHILI = new ModifierGroupId("group-chili");
    static final ModifierGroupId SIDES = new ModifierGroupId("group-sides");
    static final Money PRICE = Money.of("38.00");
    static final DishCard CARD =
            new DishCard(
                    "Ceviche clásico",
                    "Pescado del día",
                    TaxClass.TAXED,
                    15,
                    List.of(Allergen.FISH),
                    List.of(DietaryTag.GLUTEN_FREE),
                    2,
                    true);

    static final DishCreated CEVICHE_CREATED = new DishCreated(CEVICHE, SEAFOOD, CARD, PRICE);
    static final CategoryCreated SEAFOOD_CREATED =
            new CategoryCreated(SEAFOOD, "Pescados", "", null);

    static final GroupLimits ONE_OF = new GroupLimits(0, 1, true);
    static final GroupOption MILD =
            new GroupOption(new OptionId("option-mild"), "Suave", Money.ZERO, true, true);
    static final GroupOption HOT =
            new GroupOption(new OptionId("option-hot"), "Picante", Money.of("1.50"), false, true);
    static final ModifierGroupCreated CHILI_CREATED =
            new ModifierGroupCreated(CHILI, "Ají", ONE_OF, List.of(MILD, HOT));

    private Menus() {}

    /** A branch that has the seafood category and both groups. */
    static Spec<MenuItem, MenuItemCommand, MenuItemEvent> dish(MenuItemEvent... happened) {
        var facts =
                new MenuItemFacts() {
                    @Override
                    public boolean hasCategory(CategoryId category) {
                        return category.equals(SEAFOOD);
                    }

                    @Override
                    public boolean hasGroup(ModifierGroupId group) {
                        return group.equals(CHILI) || group.equals(SIDES);
                    }
                };
        return new Spec<MenuItem, MenuItemCommand, MenuItemEvent>(
                        MenuItem.NOT_CREATED,
                        (dish, command) -> dish.decide(command, facts),
                        MenuItem::evolve)
                .given(List.of(happened));
    }

    static Spec<ModifierGroup, ModifierGroupCommand, ModifierGroupEvent> group(
            ModifierGroupEvent... happened) {
        return new Spec<ModifierGroup, ModifierGroupCommand, ModifierGroupEvent>(
                        ModifierGroup.NOT_CREATED, ModifierGroup::decide, ModifierGroup::evolve)
                .given(List.of(happened));
    }

    static Spec<Category, CategoryCommand, CategoryEvent> category(
            CategoryFacts facts, CategoryEvent... happened) {
        return new Spec<Category, CategoryCommand, CategoryEvent>(
                        Category.NOT_CREATED,
                        (category, command) -> category.decide(command, facts),
                        Category::evolve)
                .given(List.of(happened));
    }

    /** The rest of the menu, as a category sees it. */
    record Around(List<CategoryId> wayUp, Set<MenuItemId> dishes, boolean hasSubcategories)
            implements CategoryFacts {
        static final Around NOTHING = new Around(List.of(), Set.of(), false);

        @Override
        public Optional<List<CategoryId>> wayUpFrom(CategoryId category) {
            return wayUp.contains(category) ? Optional.of(wayUp) : Optional.empty();
        }
    }
}
