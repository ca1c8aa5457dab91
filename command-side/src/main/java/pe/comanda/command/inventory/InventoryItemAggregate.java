package pe.comanda.command.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.inventory.DeductionId;
import pe.comanda.domain.inventory.InventoryCommand;
import pe.comanda.domain.inventory.InventoryCommand.*;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.InventoryItem;
import pe.comanda.domain.inventory.InventoryItem.Taking;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Quantity;

import java.util.List;

/**
 * Runs {@link InventoryItem} on Axon. Holds no rule of its own. An item lives for years and moves
 * with every order, so it is loaded from snapshots: the annotated fields are the whole of one.
 */
@Aggregate(
        type = "InventoryItem",
        cache = "aggregateCache",
        snapshotTriggerDefinition = "everyTwoHundredEvents")
class InventoryItemAggregate {
    @AggregateIdentifier @JsonProperty private @Nullable StockItemId id;
    @JsonProperty private Owner owner = Owner.NOBODY;

    @JsonProperty
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    private InventoryItem item = InventoryItem.NOT_REGISTERED;

    InventoryItemAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(RegisterItem command, CommandMessage<?> message, Premises premises) {
        var unused = premises.of(message.getMetaData());
        return decide(command, message);
    }

    @CommandHandler
    long handle(ReviseItem command, CommandMessage<?> message) {
        return decide(command, message);
    }

    @CommandHandler
    long handle(ReceivePurchase command, CommandMessage<?> message) {
        return decide(command, message);
    }

    @CommandHandler
    long handle(RecordWaste command, CommandMessage<?> message) {
        return decide(command, message);
    }

    @CommandHandler
    long handle(CountStock command, CommandMessage<?> message) {
        return decide(command, message);
    }

    /** Whether a deduction may move it. */
    void admit(CommandMessage<?> message) {
        owner.admit(message.getMetaData());
    }

    /** For deductions, which have decided for all their items before. */
    void take(List<Taking> rounds, MetaData why) {
        record(item.take(rounds), owner.stamp().mergedWith(why));
    }

    /** For a deduction, as {@link #take}. */
    void giveBack(DeductionId deduction, OrderId order, Quantity quantity) {
        record(item.giveBack(deduction, order, quantity), owner.stamp());
    }

    Quantity balance() {
        return item.stocked().balance();
    }

    private long decide(InventoryCommand command, CommandMessage<?> message) {
        owner.admit(message.getMetaData());
        record(item.decide(command), owner.stamp());
        return getVersion();
    }

    private static void record(List<InventoryEvent> events, MetaData metadata) {
        events.forEach(
                event -> {
                    var _ = apply(event, metadata);
                });
    }

    @EventSourcingHandler
    void on(InventoryEvent event, MetaData metadata) {
        if (id == null) {
            id = event.item();
            owner = Owner.of(metadata);
        }
        item = item.evolve(event);
    }
}
