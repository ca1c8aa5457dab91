package pe.comanda.story;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.inventory.InventoryEvent.WasteRecorded;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.story.Newcomers.Tenant;

import java.util.UUID;

/** The waste of an item that nobody has registered: no view knows what to do with it. */
final class Misfiled {
    private Misfiled() {}

    /** Into the log of this house; answers the item. */
    static StockItemId publish(EventStore events, Tenant house) {
        var item = new StockItemId("stock-" + UUID.randomUUID());
        var wasted = new WasteRecorded(item, Quantity.of("1"), "Se cayó", Quantity.of("3"));
        var here = Caller.system(house.organization(), house.branch(), "dead-letters-test");
        TenantScope.run(
                house.organization(),
                () ->
                        events.publish(
                                new GenericDomainEventMessage<>(
                                        "InventoryItem",
                                        "stock-misfiled-" + UUID.randomUUID(),
                                        0,
                                        wasted,
                                        here.toMetadata())));
        return item;
    }
}
