package pe.comanda.command.menu;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemEvent;
import pe.comanda.domain.menu.MenuItemEvent.*;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which dishes there are, as far as an order or a category must know them. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class DishLookup {
    private final Lookup<Entry> dishes;

    DishLookup(Lookups lookups) {
        this.dishes = lookups.of("dish", Entry.class);
    }

    record Entry(
            MenuItemId id,
            String branch,
            CategoryId category,
            String name,
            Money price,
            TaxClass taxClass,
            List<ModifierGroupId> groups,
            boolean available,
            boolean archived) {

        Entry priced(Money now) {
            return new Entry(
                    id, branch, category, name, now, taxClass, groups, available, archived);
        }

        Entry with(List<ModifierGroupId> now) {
            return new Entry(id, branch, category, name, price, taxClass, now, available, archived);
        }

        Entry available(boolean now) {
            return new Entry(id, branch, category, name, price, taxClass, groups, now, archived);
        }

        Entry archived(boolean now) {
            return new Entry(id, branch, category, name, price, taxClass, groups, available, now);
        }
    }

    Optional<Entry> find(MenuItemId dish) {
        return dishes.find(dish.value());
    }

    List<Entry> inBranch(String branch) {
        return dishes.inBranch(branch);
    }

    @EventHandler
    void on(MenuItemEvent event, MetaData metadata) {
        switch (event) {
            case DishCreated(var id, var category, var card, var price) ->
                    put(
                            metadata,
                            new Entry(
                                    id,
                                    Owner.of(metadata).mustHaveBranch(),
                                    category,
                                    card.name(),
                                    price,
                                    card.taxClass(),
                                    List.of(),
                                    true,
                                    false));
            case DishPriceChanged(var id, _, var price) ->
                    change(id, metadata, dish -> dish.priced(price));
            case DishDetailsChanged(var id, var category, var card) ->
                    change(
                            id,
                            metadata,
                            dish ->
                                    new Entry(
                                            id,
                                            dish.branch(),
                                            category,
                                            card.name(),
                                            dish.price(),
                                            card.taxClass(),
                                            dish.groups(),
                                            dish.available(),
                                            dish.archived()));
            case DishGroupsChanged(var id, var groups) ->
                    change(id, metadata, dish -> dish.with(groups));
            case DishTakenOff(var id, _) -> change(id, metadata, dish -> dish.available(false));
            case DishBroughtBack(var id, _, var available) ->
                    change(id, metadata, dish -> dish.available(available));
            case DishArchived(var id) -> change(id, metadata, dish -> dish.archived(true));
            case DishRestored(var id) -> change(id, metadata, dish -> dish.archived(false));
        }
    }

    @ResetHandler
    void reset() {
        dishes.clear();
    }

    private void change(MenuItemId id, MetaData metadata, UnaryOperator<Entry> change) {
        put(
                metadata,
                change.apply(
                        find(id).orElseThrow(
                                        () -> new IllegalStateException("Nobody created " + id))));
    }

    private void put(MetaData metadata, Entry entry) {
        dishes.put(entry.id().value(), metadata, entry);
    }
}
