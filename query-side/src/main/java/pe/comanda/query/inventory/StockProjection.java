package pe.comanda.query.inventory;

import static pe.comanda.domain.inventory.MovementView.Kind.*;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.InventoryEvent.*;
import pe.comanda.domain.inventory.MovementView;
import pe.comanda.domain.inventory.MovementView.Kind;
import pe.comanda.domain.inventory.Need;
import pe.comanda.domain.inventory.StockDeductionEvent.StockWrittenOff;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.query.inventory.Movements.Movement;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Follows what is there of every item, and how it came and went. */
@Component
@ProcessingGroup(Views.STOCK)
class StockProjection {
    private final StockItemRows items;
    private final Movements movements;

    StockProjection(StockItemRows items, Movements movements) {
        this.items = items;
        this.movements = movements;
    }

    @EventHandler
    void on(
            InventoryEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var row = row(event, metadata);
        var before = row.balance();
        var changed =
                switch (event) {
                    case ItemRegistered e ->
                            row.called(e.name(), e.category())
                                    .costing(e.cost())
                                    .keepingAtLeast(e.minimum())
                                    .holding(e.balance());
                    case ItemRevised e ->
                            row.called(e.name(), e.category()).keepingAtLeast(e.minimum());
                    case PurchaseReceived e -> row.costing(e.averageCost()).holding(e.balance());
                    case WasteRecorded e -> row.holding(e.balance());
                    case StockCounted e -> row.holding(e.balance());
                    case StockTaken e -> row.holding(e.balance());
                    case StockTakenByRounds e -> row.holding(e.balance());
                    case StockReturned e -> row.holding(e.balance());
                    case StockRanLow _, StockRanOut _, StockRecovered _ -> row;
                };
        var unused = changed.at(version, at);
        record(new Scene(Tenant.of(metadata), actor(metadata), at), event, before);
    }

    /** What was taken before and is now lost shows among the movements, though it moves nothing. */
    @EventHandler
    void on(StockWrittenOff event, MetaData metadata, @Timestamp Instant at) {
        var scene = new Scene(Tenant.of(metadata), actor(metadata), at);
        for (Need need : event.lost()) {
            items.findById(need.item().value())
                    .ifPresent(
                            item ->
                                    scene.add(
                                            need.item().value(),
                                            WRITTEN_OFF,
                                            Quantity.ZERO,
                                            need.quantity(),
                                            item.balance(),
                                            null,
                                            event.order().value(),
                                            ""));
        }
    }

    @ResetHandler
    void reset() {
        movements.clear();
        items.deleteAllInBatch();
    }

    /**
     * Asked for once a batch, which has many movements of few items; it is stored when that
     * commits.
     */
    private StockItemRow row(InventoryEvent event, MetaData metadata) {
        var id = event.item().value();
        Map<String, StockItemRow> batch = PerBatch.own("stock-items", HashMap::new);
        return batch.computeIfAbsent(
                id,
                _ ->
                        event instanceof ItemRegistered registered
                                ? items.save(
                                        new StockItemRow(
                                                id, registered.unit(), Tenant.of(metadata)))
                                : items.findById(id).orElseThrow());
    }

    private void record(Scene scene, InventoryEvent event, Quantity before) {
        var id = event.item().value();
        switch (event) {
            case ItemRegistered e ->
                    scene.moved(id, OPENING, before, e.balance(), e.cost(), null, "");
            case PurchaseReceived e ->
                    scene.moved(id, PURCHASE, before, e.balance(), e.cost(), null, e.supplier());
            case WasteRecorded e ->
                    scene.moved(id, WASTE, before, e.balance(), null, null, e.reason());
            case StockCounted e ->
                    scene.moved(id, COUNT, before, e.balance(), null, null, e.reason());
            case StockTaken e ->
                    scene.moved(id, TAKEN, before, e.balance(), null, e.order().value(), "");
            case StockTakenByRounds e -> {
                var balance = before;
                for (var round : e.rounds()) {
                    var order = round.order().value();
                    scene.moved(id, TAKEN, balance, round.balance(), null, order, "");
                    balance = round.balance();
                }
            }
            case StockReturned e ->
                    scene.moved(id, RETURNED, before, e.balance(), null, e.order().value(), "");
            case ItemRevised _, StockRanLow _, StockRanOut _, StockRecovered _ -> {}
        }
    }

    /** Who, when and where in the log. */
    private final class Scene {
        private final Tenant tenant;
        private final String actor;
        private final Instant at;

        Scene(Tenant tenant, String actor, Instant at) {
            this.tenant = tenant;
            this.actor = actor;
            this.at = at;
        }

        void moved(
                String item,
                Kind kind,
                Quantity before,
                Quantity balance,
                @Nullable UnitCost cost,
                @Nullable String order,
                String note) {
            var change = balance.minus(before);
            var quantity = new Quantity(change.value().abs());
            add(item, kind, change, quantity, balance, cost, order, note);
        }

        void add(
                String item,
                Kind kind,
                Quantity change,
                Quantity quantity,
                Quantity balance,
                @Nullable UnitCost cost,
                @Nullable String order,
                String note) {
            movements.add(
                    new Movement(
                            tenant,
                            item,
                            new MovementView(
                                    kind, change, quantity, balance, cost, order, note, actor,
                                    at)));
        }
    }

    private static String actor(MetaData metadata) {
        return String.valueOf(metadata.getOrDefault(MetadataKey.ACTOR, ""));
    }
}
