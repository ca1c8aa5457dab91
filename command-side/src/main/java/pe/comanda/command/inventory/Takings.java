package pe.comanda.command.inventory;

import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.inventory.InventoryItem.Taking;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.shared.Quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rounds of one unit of work take. It is recorded at its end, one event for each item,
 * however many rounds took of it: the rounds of a busy moment take of the same few ingredients.
 * Whoever judges meanwhile counts it as taken.
 */
final class Takings {
    private static final String RESOURCE = "comanda.takings";
    private static final Set<String> OF_ONE_ROUND =
            Set.of(MetadataKey.CORRELATION, MetadataKey.CAUSE);
    private final Map<StockItemId, OfItem> items = new LinkedHashMap<>();

    /** What was taken of one item, and in whose name. */
    private static final class OfItem {
        private final Aggregate<InventoryItemAggregate> item;
        private final List<Taking> rounds = new ArrayList<>();
        private Quantity left;
        private MetaData why = MetaData.emptyInstance();

        OfItem(Aggregate<InventoryItemAggregate> item) {
            this.item = item;
            this.left = item.invoke(InventoryItemAggregate::balance);
        }

        void add(Taking round, MetaData context) {
            rounds.add(round);
            left = left.minus(round.quantity());
            // No round's own correlation where it is an event of many.
            why = rounds.size() == 1 ? context : context.withoutKeys(OF_ONE_ROUND);
        }

        /** In a unit of work of its own, which has no other context than that of the rounds. */
        void record() {
            DefaultUnitOfWork.startAndGet(null)
                    .execute(() -> item.execute(i -> i.take(rounds, why)));
        }
    }

    /**
     * Those of the unit of work that runs. To be asked for before anything is applied in it: it
     * records before the event store looks at what there is to store.
     */
    static Takings current() {
        var root = CurrentUnitOfWork.get().root();
        return root.getOrComputeResource(
                RESOURCE,
                _ -> {
                    var takings = new Takings();
                    root.onPrepareCommit(_ -> takings.record());
                    return takings;
                });
    }

    /** What is there of the item when all that was taken here is gone. */
    Quantity left(StockItemId id, Aggregate<InventoryItemAggregate> item) {
        var taken = items.get(id);
        return taken == null ? item.invoke(InventoryItemAggregate::balance) : taken.left;
    }

    void add(StockItemId id, Aggregate<InventoryItemAggregate> item, Taking round) {
        items.computeIfAbsent(id, _ -> new OfItem(item))
                .add(round, MetaData.from(CurrentUnitOfWork.get().getCorrelationData()));
    }

    /** Records what was taken of an item so far, because something else is about to move it. */
    void record(StockItemId id) {
        var taken = items.remove(id);
        if (taken != null) {
            taken.record();
        }
    }

    private void record() {
        items.values().forEach(OfItem::record);
        items.clear();
    }
}
