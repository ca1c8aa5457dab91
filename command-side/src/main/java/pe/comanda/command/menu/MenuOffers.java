package pe.comanda.command.menu;

import org.springframework.stereotype.Component;

import pe.comanda.command.ordering.OffersSource;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.Offers.Choice;
import pe.comanda.domain.ordering.Offers.Offer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers orders from memory: what a dish of the branch costs now, and what goes with it. */
@Component
class MenuOffers implements OffersSource {
    private final DishLookup dishes;
    private final ModifierGroupLookup groups;
    private final CategoryLookup categories;

    MenuOffers(DishLookup dishes, ModifierGroupLookup groups, CategoryLookup categories) {
        this.dishes = dishes;
        this.groups = groups;
        this.categories = categories;
    }

    @Override
    public Optional<Offer> find(String branch, MenuItemId dish) {
        return dishes.find(dish)
                .filter(entry -> entry.branch().equals(branch) && !entry.archived())
                .map(this::offer);
    }

    @Override
    public Optional<Set<MenuItemId>> under(String branch, CategoryId category) {
        return categories.shown(category, branch).map(_ -> dishesUnder(branch, category));
    }

    private Set<MenuItemId> dishesUnder(String branch, CategoryId category) {
        var all = categories.inBranch(branch);
        var under = new HashSet<CategoryId>();
        var next = new ArrayDeque<>(List.of(category));
        while (!next.isEmpty()) {
            var at = next.remove();
            if (under.add(at)) {
                all.stream()
                        .filter(entry -> at.equals(entry.parent()) && !entry.archived())
                        .forEach(entry -> next.add(entry.id()));
            }
        }
        return dishes.inBranch(branch).stream()
                .filter(dish -> under.contains(dish.category()) && !dish.archived())
                .map(DishLookup.Entry::id)
                .collect(Collectors.toSet());
    }

    private Offer offer(DishLookup.Entry dish) {
        var choices = new ArrayList<Choice>(dish.groups().size());
        for (var group : dish.groups()) {
            groups.offered(group, dish.branch()).ifPresent(choices::add);
        }
        return new Offer(
                dish.id(), dish.name(), dish.price(), dish.taxClass(), dish.available(), choices);
    }
}
