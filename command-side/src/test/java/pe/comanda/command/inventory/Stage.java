package pe.comanda.command.inventory;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

import pe.comanda.command.shared.Premises;
import pe.comanda.command.shared.Shells;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.inventory.DeductionId;
import pe.comanda.domain.inventory.InventoryCommand.RegisterItem;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.InventoryItem;
import pe.comanda.domain.inventory.LineNeeds;
import pe.comanda.domain.inventory.Need;
import pe.comanda.domain.inventory.StockDeductionEvent;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Items and deductions on a real Axon with an event store in memory. */
final class Stage {
    static final StockItemId FISH = new StockItemId("stock-fish");
    static final StockItemId LIME = new StockItemId("stock-lime");
    static final StockItemId RICE = new StockItemId("stock-rice");
    static final OrderId ORDER = new OrderId("order-1");
    static final DeductionId DEDUCTION = DeductionId.of(ORDER, 1);
    static final Caller SYSTEM = Caller.system("org-1", "branch-1", "test");

    private final Configuration axon;
    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();

    Stage() {
        Cache cache = new WeakReferenceCache();
        axon =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureEmbeddedEventStore(_ -> events)
                        .configureCorrelationDataProviders(
                                _ ->
                                        List.of(
                                                new SimpleCorrelationDataProvider(
                                                        MetadataKey.ORGANIZATION,
                                                        MetadataKey.BRANCH,
                                                        MetadataKey.CORRELATION)))
                        .configureAggregate(
                                Shells.of(InventoryItemAggregate.class).configureCache(_ -> cache))
                        .configureAggregate(Shells.of(StockDeductionAggregate.class))
                        .registerCommandHandler(
                                c ->
                                        new StockDeductions(
                                                c.repository(InventoryItemAggregate.class),
                                                c.repository(StockDeductionAggregate.class),
                                                _ -> {}))
                        .registerComponent(Premises.class, _ -> Mockito.mock())
                        .start();
    }

    static LineNeeds line(String id, Need... needs) {
        return new LineNeeds(new LineId(id), new MenuItemId("dish-1"), "Plato", List.of(needs));
    }

    static Need need(StockItemId item, String quantity) {
        return new Need(item, Quantity.of(quantity));
    }

    Stage stocked(StockItemId item, String quantity) throws Exception {
        send(
                new RegisterItem(
                        item,
                        item.value(),
                        Unit.KILOGRAM,
                        "",
                        Quantity.ZERO,
                        UnitCost.ZERO,
                        Quantity.of(quantity)));
        return this;
    }

    Object send(Command command) throws Exception {
        return send(command, SYSTEM);
    }

    Object send(Command command, Caller caller) throws Exception {
        var answer = new CompletableFuture<Object>();
        axon.getComponent(CommandBus.class)
                .dispatch(
                        message(command, caller),
                        (_, result) -> {
                            if (result.isExceptional()) {
                                answer.completeExceptionally(result.exceptionResult());
                            } else {
                                answer.complete(result.getPayload());
                            }
                        });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** As a saga does it: several commands inside the unit of work of one batch. */
    void inOneBatch(boolean crash, Command... commands) {
        var batch = DefaultUnitOfWork.startAndGet(message(commands[0], SYSTEM));
        var result =
                batch.executeWithResult(
                        () -> {
                            for (var command : commands) {
                                var unused = send(command);
                            }
                            if (crash) {
                                throw new IllegalStateException("The power went out");
                            }
                            return null;
                        });
        if (result.isExceptional() && !crash) {
            throw new AssertionError(result.exceptionResult());
        }
    }

    private static CommandMessage<Command> message(Command command, Caller caller) {
        return new GenericCommandMessage<>(command, Map.copyOf(caller.toMetadata()));
    }

    List<InventoryEvent> historyOf(StockItemId item) {
        return history(item.value(), InventoryEvent.class);
    }

    List<StockDeductionEvent> historyOf(DeductionId deduction) {
        return history(deduction.value(), StockDeductionEvent.class);
    }

    String balanceOf(StockItemId item) {
        return axon.eventStore()
                .readEvents(item.value())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .map(InventoryEvent.class::cast)
                .reduce(InventoryItem.NOT_REGISTERED, InventoryItem::evolve, (_, b) -> b)
                .stocked()
                .balance()
                .toString();
    }

    @Nullable Object correlationOfLast(StockItemId item) {
        return axon.eventStore()
                .readEvents(item.value())
                .asStream()
                .reduce((_, last) -> last)
                .orElseThrow()
                .getMetaData()
                .get(MetadataKey.CORRELATION);
    }

    private <E> List<E> history(String aggregate, Class<E> family) {
        var found = new ArrayList<E>();
        axon.eventStore()
                .readEvents(aggregate)
                .forEachRemaining(event -> found.add(family.cast(event.getPayload())));
        return found;
    }
}
