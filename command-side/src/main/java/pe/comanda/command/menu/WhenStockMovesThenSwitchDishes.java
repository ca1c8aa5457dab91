package pe.comanda.command.menu;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.RecipeEvent;
import pe.comanda.domain.menu.MenuItemCommand.SetStock;
import pe.comanda.domain.menu.MenuItemEvent.DishRestored;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.tenancy.BranchEvent.BranchChanged;

/**
 * A dish goes off when there is not enough for one more, and returns when there is. Where the
 * branch keeps no inventory every dish can be made. What somebody took off by hand stays off.
 */
@Component
@ProcessingGroup(Processors.POLICY_MENU)
@DisallowReplay
class WhenStockMovesThenSwitchDishes {
    private static final Logger LOG = LoggerFactory.getLogger(WhenStockMovesThenSwitchDishes.class);
    private final Larder larder;
    private final BranchFacts.Source branches;
    private final Lookups lookups;
    private final OwnCommands commands;

    WhenStockMovesThenSwitchDishes(
            Larder larder, BranchFacts.Source branches, Lookups lookups, OwnCommands commands) {
        this.larder = larder;
        this.branches = branches;
        this.lookups = lookups;
        this.commands = commands;
    }

    @EventHandler
    void on(InventoryEvent event, MetaData metadata) {
        if (Larder.after(event).isPresent()) {
            lookups.mustHaveReadWhatIsHandled();
            larder.dishesOf(event.item()).forEach(dish -> look(dish, metadata));
        }
    }

    @EventHandler
    void on(RecipeEvent event, MetaData metadata) {
        lookups.mustHaveReadWhatIsHandled();
        Larder.dishOf(event.recipe()).ifPresent(dish -> look(dish, metadata));
    }

    @EventHandler
    void on(DishRestored event, MetaData metadata) {
        lookups.mustHaveReadWhatIsHandled();
        look(event.dish(), metadata);
    }

    @EventHandler
    void on(BranchChanged event, MetaData metadata) {
        if (event.changes().inventory() != null) {
            lookups.mustHaveReadWhatIsHandled();
            larder.dishesIn(event.branch().value()).forEach(dish -> look(dish, metadata));
        }
    }

    private void look(MenuItemId dish, MetaData metadata) {
        var owner = Owner.of(metadata);
        boolean enough = !keepsInventory(owner) || larder.suffices(dish);
        if (larder.isOff(dish) == enough) {
            var correlation =
                    String.valueOf(metadata.getOrDefault(MetadataKey.CORRELATION, "stock"));
            commands.send(new SetStock(dish, enough), owner, correlation)
                    .ifPresent(refusal -> LOG.debug("{} stays as it is: {}", dish, refusal.code()));
        }
    }

    private boolean keepsInventory(Owner owner) {
        return branches.find(owner.mustHaveBranch()).map(BranchFacts::inventory).orElse(false);
    }
}
