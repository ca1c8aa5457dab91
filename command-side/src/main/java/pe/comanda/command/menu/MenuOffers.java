package pe.comanda.command.menu;

import org.springframework.stereotype.Component;

import pe.comanda.command.ordering.OffersSource;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.Offers.Choice;
import pe.comanda.domain.ordering.Offers.Offer;

import java.util.ArrayList;
import java.util.Optional;

/** Answers orders from memory: what a dish of the branch costs now, and what goes with it. */
@Component
class MenuOffers implements OffersSource {
    private final DishLookup dishes;
    private final ModifierGroupLookup groups;

    MenuOffers(DishLookup dishes, ModifierGroupLookup groups) {
        this.dishes = dishes;
        this.groups = groups;
    }

    @Override
    public Optional<Offer> find(String branch, MenuItemId dish) {
        return dishes.find(dish)
                .filter(entry -> entry.branch().equals(branch) && !entry.archived())
                .map(this::offer);
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
