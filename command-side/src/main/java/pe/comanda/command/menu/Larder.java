package pe.comanda.command.menu;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.InventoryEvent.*;
import pe.comanda.domain.inventory.Need;
import pe.comanda.domain.inventory.RecipeEvent;
import pe.comanda.domain.inventory.RecipeEvent.*;
import pe.comanda.domain.inventory.RecipeId;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.menu.MenuItemEvent.DishBroughtBack;
import pe.comanda.domain.menu.MenuItemEvent.DishTakenOff;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OffReason;
import pe.comanda.domain.shared.Quantity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What there is, what dishes are made of, and which are off for want of it. A batch of movements
 * writes one row an item, however many orders took from it.
 */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class Larder {
    private final Lookup<Stocked> items;
    private final Lookup<Uses> uses;
    private final Lookup<Made> dishes;
    private final Lookup<Off> off;

    Larder(Lookups lookups) {
        this.items = lookups.of("larder-item", Stocked.class);
        this.uses = lookups.of("larder-use", Uses.class);
        this.dishes = lookups.of("larder-dish", Made.class);
        this.off = lookups.of("larder-off", Off.class);
    }

    record Stocked(Quantity balance) {}

    /** The dishes that an item goes into. */
    record Uses(Set<MenuItemId> dishes) {
        Uses {
            dishes = Set.copyOf(dishes);
        }
    }

    /** What one unit of a dish takes. */
    record Made(MenuItemId dish, List<Need> needs) {
        Made {
            needs = List.copyOf(needs);
        }
    }

    /** Kept only while a dish is off by stock. */
    record Off(boolean byStock) {}

    Set<MenuItemId> dishesOf(StockItemId item) {
        return uses.find(item.value()).map(Uses::dishes).orElse(Set.of());
    }

    /** Every dish of the branch that has a recipe. */
    List<MenuItemId> dishesIn(String branch) {
        return dishes.inBranch(branch).stream().map(Made::dish).toList();
    }

    /** Whether one more can be made. A dish without a recipe always can. */
    boolean suffices(MenuItemId dish) {
        return dishes.find(dish.value()).map(Made::needs).orElse(List.of()).stream()
                .noneMatch(need -> balance(need.item()).isLessThan(need.quantity()));
    }

    boolean isOff(MenuItemId dish) {
        return off.find(dish.value()).isPresent();
    }

    private Quantity balance(StockItemId item) {
        return items.find(item.value()).map(Stocked::balance).orElse(Quantity.ZERO);
    }

    @EventHandler
    void on(InventoryEvent event, MetaData metadata) {
        after(event)
                .ifPresent(
                        balance -> items.put(event.item().value(), metadata, new Stocked(balance)));
    }

    @EventHandler
    void on(RecipeEvent event, MetaData metadata) {
        dishOf(event.recipe())
                .ifPresent(
                        dish -> {
                            forget(dish, metadata);
                            switch (event) {
                                case RecipeSet(_, var ingredients) ->
                                        make(
                                                new Made(
                                                        dish,
                                                        ingredients.stream()
                                                                .map(
                                                                        i ->
                                                                                new Need(
                                                                                        i.item(),
                                                                                        i.taken()))
                                                                .toList()),
                                                metadata);
                                case RecipeCleared _ -> dishes.remove(dish.value());
                            }
                        });
    }

    @EventHandler
    void on(DishTakenOff event, MetaData metadata) {
        if (event.reason() == OffReason.BY_STOCK) {
            off.put(event.dish().value(), metadata, new Off(true));
        }
    }

    @EventHandler
    void on(DishBroughtBack event) {
        if (event.reason() == OffReason.BY_STOCK) {
            off.remove(event.dish().value());
        }
    }

    @ResetHandler
    void reset() {
        items.clear();
        uses.clear();
        dishes.clear();
        off.clear();
    }

    /** What is there after it; empty for what moves nothing. */
    static Optional<Quantity> after(InventoryEvent event) {
        return switch (event) {
            case ItemRegistered e -> Optional.of(e.balance());
            case PurchaseReceived e -> Optional.of(e.balance());
            case WasteRecorded e -> Optional.of(e.balance());
            case StockCounted e -> Optional.of(e.balance());
            case StockTaken e -> Optional.of(e.balance());
            case StockTakenByRounds e -> Optional.of(e.balance());
            case StockReturned e -> Optional.of(e.balance());
            case ItemRevised _, StockRanLow _, StockRanOut _, StockRecovered _ -> Optional.empty();
        };
    }

    /** Options go off by hand only: a dish is rarely the worse for one. */
    static Optional<MenuItemId> dishOf(RecipeId recipe) {
        var subject = recipe.subject();
        return subject.startsWith("option-")
                ? Optional.empty()
                : Optional.of(new MenuItemId(subject));
    }

    private void make(Made made, MetaData metadata) {
        dishes.put(made.dish().value(), metadata, made);
        for (var need : made.needs()) {
            var into = new LinkedHashSet<>(dishesOf(need.item()));
            into.add(made.dish());
            uses.put(need.item().value(), metadata, new Uses(into));
        }
    }

    private void forget(MenuItemId dish, MetaData metadata) {
        for (var need : dishes.find(dish.value()).map(Made::needs).orElse(List.of())) {
            var into = new LinkedHashSet<>(dishesOf(need.item()));
            into.remove(dish);
            uses.put(need.item().value(), metadata, new Uses(into));
        }
    }
}
