package pe.comanda.command.inventory;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Streams;
import pe.comanda.domain.inventory.DeductionId;
import pe.comanda.domain.inventory.InventoryItem.Taking;
import pe.comanda.domain.inventory.StockDeduction.Movement.GiveBack;
import pe.comanda.domain.inventory.StockDeduction.Movement.Take;
import pe.comanda.domain.inventory.StockDeduction.Outcome;
import pe.comanda.domain.inventory.StockDeductionCommand;
import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.ordering.OrderEvent.OrderConfirmed;
import pe.comanda.domain.shared.Quantity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Moves the stock of a whole round in one unit of work: the deduction and all its items are loaded,
 * the deduction judges on their balances, and only then anything is changed. One append stores the
 * lot, so a crash leaves all of it or nothing. The rounds of one batch record what they took
 * together ({@link Takings}).
 *
 * <p>Items are loaded in the order of their ids: whoever locks several locks them in that order.
 */
@Component
class StockDeductions {
    private final Repository<InventoryItemAggregate> items;
    private final Repository<StockDeductionAggregate> deductions;
    private final Streams streams;

    StockDeductions(
            Repository<InventoryItemAggregate> items,
            Repository<StockDeductionAggregate> deductions,
            Streams streams) {
        this.items = items;
        this.deductions = deductions;
        this.streams = streams;
    }

    /** Asked twice (a batch that is handled again after a crash), it finds what it did before. */
    @CommandHandler
    long handle(DeductStock command, CommandMessage<?> message) throws Exception {
        lookAhead();
        return decide(
                command,
                message,
                deductions.loadOrCreate(command.deduction().value(), StockDeductionAggregate::new));
    }

    @CommandHandler
    long handle(SettleLines command, CommandMessage<?> message) {
        return decide(command, message, deductions.load(command.deduction().value()));
    }

    @CommandHandler
    long handle(TryAgain command, CommandMessage<?> message) {
        return decide(command, message, deductions.load(command.deduction().value()));
    }

    /** Asks once for all rounds that the batch confirms whether their stock was taken before. */
    private void lookAhead() {
        var root = CurrentUnitOfWork.get().root();
        if (root instanceof BatchingUnitOfWork<?> batch
                && root.resources().putIfAbsent("comanda.deductions-ahead", true) == null) {
            streams.expect(
                    batch.getMessages().stream()
                            .map(Message::getPayload)
                            .filter(OrderConfirmed.class::isInstance)
                            .map(OrderConfirmed.class::cast)
                            .map(e -> DeductionId.of(e.order(), e.round()).value())
                            .toList());
        }
    }

    private long decide(
            StockDeductionCommand command,
            CommandMessage<?> message,
            Aggregate<StockDeductionAggregate> deduction) {
        var takings = Takings.current();
        var touched = load(deduction.invoke(d -> d.touches(command)));
        var outcome =
                deduction.invoke(
                        d ->
                                d.judge(
                                        command,
                                        message,
                                        item -> left(item, touched.get(item), takings)));
        move(command.deduction(), outcome, touched, takings, message);
        return deduction.invoke(d -> d.record(outcome.events()));
    }

    private void move(
            DeductionId deduction,
            Outcome outcome,
            Map<StockItemId, Aggregate<InventoryItemAggregate>> touched,
            Takings takings,
            CommandMessage<?> message) {
        for (var movement : outcome.movements()) {
            var item = touched.get(movement.item());
            if (item != null) {
                item.execute(i -> i.admit(message));
                var order = outcome.events().getFirst().order();
                switch (movement) {
                    case Take(var id, var quantity, var despite) ->
                            takings.add(id, item, new Taking(deduction, order, quantity, despite));
                    case GiveBack(var id, var quantity) -> {
                        takings.record(id);
                        item.execute(i -> i.giveBack(deduction, order, quantity));
                    }
                }
            }
        }
    }

    private Map<StockItemId, Aggregate<InventoryItemAggregate>> load(
            Collection<StockItemId> sorted) {
        var loaded = new HashMap<StockItemId, Aggregate<InventoryItemAggregate>>();
        for (var item : sorted) {
            try {
                loaded.put(item, items.load(item.value()));
            } catch (AggregateNotFoundException _) {
                // A recipe that names an item nobody has: there is none of it.
            }
        }
        return loaded;
    }

    private static Quantity left(
            StockItemId id, @Nullable Aggregate<InventoryItemAggregate> item, Takings takings) {
        return item == null ? Quantity.ZERO : takings.left(id, item);
    }
}
