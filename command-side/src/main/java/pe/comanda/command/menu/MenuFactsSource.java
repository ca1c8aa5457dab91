package pe.comanda.command.menu;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.menu.Category;
import pe.comanda.domain.menu.CategoryCommand;
import pe.comanda.domain.menu.CategoryEvent;
import pe.comanda.domain.menu.CategoryFacts;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItem;
import pe.comanda.domain.menu.MenuItemCommand;
import pe.comanda.domain.menu.MenuItemEvent;
import pe.comanda.domain.menu.MenuItemFacts;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroup;
import pe.comanda.domain.menu.ModifierGroupCommand;
import pe.comanda.domain.menu.ModifierGroupEvent;
import pe.comanda.domain.menu.ModifierGroupId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what parts of a menu must know of each other, and lets them decide. */
@Component
class MenuFactsSource {
    private final Premises premises;
    private final Lookups lookups;
    private final CategoryLookup categories;
    private final DishLookup dishes;
    private final ModifierGroupLookup groups;

    MenuFactsSource(
            Premises premises,
            Lookups lookups,
            CategoryLookup categories,
            DishLookup dishes,
            ModifierGroupLookup groups) {
        this.premises = premises;
        this.lookups = lookups;
        this.categories = categories;
        this.dishes = dishes;
        this.groups = groups;
    }

    List<CategoryEvent> decide(
            Category category, CategoryCommand command, Owner owner, MetaData metadata) {
        return lookups.freshly(
                () ->
                        category.decide(
                                command,
                                new OfCategory(branch(owner, metadata), command.category())));
    }

    List<MenuItemEvent> decide(
            MenuItem dish, MenuItemCommand command, Owner owner, MetaData metadata) {
        return lookups.freshly(() -> dish.decide(command, new OfDish(branch(owner, metadata))));
    }

    List<ModifierGroupEvent> decide(
            ModifierGroup group, ModifierGroupCommand command, Owner owner, MetaData metadata) {
        return lookups.freshly(
                () -> {
                    var unused = branch(owner, metadata);
                    return group.decide(command);
                });
    }

    /** The branch that it belongs to; what is new belongs where the caller may make it. */
    private String branch(Owner owner, MetaData metadata) {
        return owner.branch() == null ? premises.of(metadata).branch() : owner.branch();
    }

    private final class OfCategory implements CategoryFacts {
        private final String branch;
        private final CategoryId category;
        private @Nullable Set<MenuItemId> hanging;

        OfCategory(String branch, CategoryId category) {
            this.branch = branch;
            this.category = category;
        }

        @Override
        public Optional<List<CategoryId>> wayUpFrom(CategoryId from) {
            var way = new ArrayList<CategoryId>();
            for (var at = from; at != null && way.size() <= Category.MAX_DEPTH; ) {
                var entry = categories.shown(at, branch);
                if (entry.isEmpty()) {
                    return Optional.empty();
                }
                way.add(at);
                at = entry.get().parent();
            }
            return Optional.of(way);
        }

        @Override
        public Set<MenuItemId> dishes() {
            if (hanging == null) {
                hanging = new HashSet<>();
                for (var dish : dishes.inBranch(branch)) {
                    if (dish.category().equals(category) && !dish.archived()) {
                        hanging.add(dish.id());
                    }
                }
            }
            return hanging;
        }

        @Override
        public boolean hasSubcategories() {
            return categories.inBranch(branch).stream()
                    .anyMatch(entry -> category.equals(entry.parent()) && !entry.archived());
        }
    }

    private final class OfDish implements MenuItemFacts {
        private final String branch;

        OfDish(String branch) {
            this.branch = branch;
        }

        @Override
        public boolean hasCategory(CategoryId category) {
            return categories.shown(category, branch).isPresent();
        }

        @Override
        public boolean hasGroup(ModifierGroupId group) {
            return groups.offered(group, branch).isPresent();
        }
    }
}
