package pe.comanda.command.inventory;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.inventory.InventoryEvent.ItemRegistered;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.Unit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which items a branch keeps, and in which unit: what a recipe must know. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class StockItems {
    private final Lookup<ItemFacts> items;
    private final Lookups lookups;

    StockItems(Lookups lookups) {
        this.lookups = lookups;
        this.items = lookups.of("stock-item", ItemFacts.class);
    }

    /** What is known of an item. The unit never changes, so neither does this. */
    record ItemFacts(Owner owner, Unit unit) {}

    /** Decides on the items of the caller's branch; once more where an item is only just known. */
    <E> List<E> decide(
            CommandMessage<?> message,
            Function<Function<StockItemId, Optional<Unit>>, List<E>> decision) {
        var home = Owner.of(message.getMetaData());
        return lookups.freshly(() -> decision.apply(item -> unitOf(item, home)));
    }

    private Optional<Unit> unitOf(StockItemId item, Owner home) {
        return items.find(item.value())
                .filter(facts -> facts.owner().equals(home))
                .map(ItemFacts::unit);
    }

    @EventHandler
    void on(ItemRegistered event, MetaData metadata) {
        items.put(event.item().value(), metadata, new ItemFacts(Owner.of(metadata), event.unit()));
    }

    @ResetHandler
    void reset() {
        items.clear();
    }
}
