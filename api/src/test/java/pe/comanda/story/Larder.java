package pe.comanda.story;

import static org.awaitility.Awaitility.await;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.InventoryEvent.ItemRegistered;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.story.Newcomers.Tenant;

import java.time.Duration;
import java.util.UUID;

/** Items of a house, each with an opening stock of four: over HTTP, or straight into the log. */
record Larder(Tenant house) {
    static StockItemId newItem() {
        return new StockItemId("stock-" + UUID.randomUUID());
    }

    static String body(String item, String name) {
        return "{\"item\":\"%s\",\"name\":\"%s\",\"unit\":\"KILOGRAM\",\"opening\":\"4\"}"
                .formatted(item, name);
    }

    static ItemRegistered registered(StockItemId item) {
        return new ItemRegistered(
                item,
                "Ají",
                Unit.KILOGRAM,
                "Verduras",
                Quantity.ZERO,
                UnitCost.ZERO,
                Quantity.of("4"));
    }

    String items() {
        return "/api/v1/branches/" + house.branch() + "/inventory/items";
    }

    /** Answers its id. */
    String register(String name) {
        var item = newItem().value();
        house.asAdmin().post(items(), body(item, name)).mustBe(201);
        return item;
    }

    Http.Answer item(String item) {
        return house.asAdmin().get(items() + "/" + item);
    }

    void awaitItem(String item) {
        await().atMost(Duration.ofSeconds(30)).until(() -> item(item).status() == 200);
    }

    /** As the first events of the item, past its aggregate. */
    void publish(EventStore events, StockItemId item, InventoryEvent... happened) {
        TenantScope.run(
                house.organization(),
                () -> {
                    for (int i = 0; i < happened.length; i++) {
                        events.publish(event(item, i, happened[i]));
                    }
                });
    }

    GenericDomainEventMessage<InventoryEvent> event(
            StockItemId item, int sequence, InventoryEvent happened) {
        var here = Caller.system(house.organization(), house.branch(), "larder-test");
        return new GenericDomainEventMessage<>(
                "InventoryItem", item.value(), sequence, happened, here.toMetadata());
    }
}
