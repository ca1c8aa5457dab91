package pe.comanda.domain.inventory;

import static pe.comanda.domain.inventory.InventoryRule.*;

import pe.comanda.domain.inventory.InventoryCommand.*;
import pe.comanda.domain.inventory.InventoryEvent.*;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.Words;

import java.util.ArrayList;
import java.util.List;

/** A thing that a branch keeps in stock. */
public sealed interface InventoryItem permits InventoryItem.NotRegistered, InventoryItem.Stocked {
    InventoryItem NOT_REGISTERED = new NotRegistered();

    record NotRegistered() implements InventoryItem {}

    /** What is there, what the branch wants to have, and what one unit cost on average. */
    record Stocked(
            StockItemId id,
            Quantity balance,
            Quantity minimum,
            UnitCost averageCost,
            StockLevel level)
            implements InventoryItem {

        private Stocked with(Quantity newBalance) {
            return new Stocked(id, newBalance, minimum, averageCost, level);
        }

        private Stocked with(StockLevel newLevel) {
            return new Stocked(id, balance, minimum, averageCost, newLevel);
        }
    }

    /** What one confirmed round takes. */
    record Taking(
            DeductionId deduction, OrderId order, Quantity quantity, boolean despiteShortage) {}

    default List<InventoryEvent> decide(InventoryCommand command) {
        return switch (command) {
            case RegisterItem register -> {
                STOCK_ITEM_IS_REGISTERED_ONCE.require(this instanceof NotRegistered);
                yield List.of(registered(register));
            }
            case ReviseItem(var id, var name, var category, var minimum) -> {
                STOCK_QUANTITY_NOT_NEGATIVE.require(!minimum.isNegative(), "minimum", minimum);
                var revised =
                        new ItemRevised(
                                id,
                                Words.required("name", name, 120),
                                Words.optional("category", category, 80),
                                minimum);
                yield withLevel(revised, stocked().balance());
            }
            case ReceivePurchase(var id, var quantity, var cost, var supplier) -> {
                positive(quantity);
                COST_NOT_NEGATIVE.require(!cost.isNegative());
                var had = stocked().balance();
                var balance = had.plus(quantity);
                yield withLevel(
                        new PurchaseReceived(
                                id,
                                quantity,
                                cost,
                                Words.optional("supplier", supplier, 200),
                                balance,
                                stocked().averageCost().averagedWith(had, quantity, cost)),
                        balance);
            }
            case RecordWaste(var id, var quantity, var reason) -> {
                positive(quantity);
                var balance = stocked().balance().minus(quantity);
                STOCK_INSUFFICIENT.require(!balance.isNegative(), "available", stocked().balance());
                yield withLevel(
                        new WasteRecorded(
                                id, quantity, Words.required("reason", reason, 500), balance),
                        balance);
            }
            case CountStock(var id, var counted, var reason) -> {
                STOCK_QUANTITY_NOT_NEGATIVE.require(!counted.isNegative(), "counted", counted);
                yield withLevel(
                        new StockCounted(
                                id,
                                counted.minus(stocked().balance()),
                                Words.required("reason", reason, 500),
                                counted),
                        counted);
            }
        };
    }

    /**
     * Takes what confirmed rounds need, one after the other. Whether there is enough was decided
     * for each whole round before; only a shortage that somebody confirmed may take more than there
     * is.
     */
    default List<InventoryEvent> take(List<Taking> rounds) {
        var taken = new ArrayList<RoundTaken>(rounds.size());
        var balance = stocked().balance();
        for (var round : rounds) {
            positive(round.quantity());
            var left = balance.minus(round.quantity());
            STOCK_INSUFFICIENT.require(
                    round.despiteShortage() || !left.isNegative(), "available", balance);
            taken.add(new RoundTaken(round.deduction(), round.order(), round.quantity(), left));
            balance = left;
        }
        var first = taken.getFirst();
        return withLevel(
                taken.size() == 1
                        ? new StockTaken(
                                stocked().id(),
                                first.deduction(),
                                first.order(),
                                first.quantity(),
                                balance)
                        : new StockTakenByRounds(stocked().id(), taken, balance),
                balance);
    }

    /** Takes back what was not used. */
    default List<InventoryEvent> giveBack(DeductionId deduction, OrderId order, Quantity quantity) {
        positive(quantity);
        var balance = stocked().balance().plus(quantity);
        return withLevel(
                new StockReturned(stocked().id(), deduction, order, quantity, balance), balance);
    }

    default InventoryItem evolve(InventoryEvent event) {
        return switch (event) {
            case ItemRegistered(var id, _, _, _, var minimum, var cost, var balance) ->
                    new Stocked(id, balance, minimum, cost, StockLevel.of(balance, minimum));
            case ItemRevised(var id, _, _, var minimum) ->
                    new Stocked(
                            id,
                            stocked().balance(),
                            minimum,
                            stocked().averageCost(),
                            stocked().level());
            case PurchaseReceived(var id, _, _, _, var balance, var cost) ->
                    new Stocked(id, balance, stocked().minimum(), cost, stocked().level());
            case WasteRecorded(_, _, _, var balance) -> stocked().with(balance);
            case StockCounted(_, _, _, var balance) -> stocked().with(balance);
            case StockTaken(_, _, _, _, var balance) -> stocked().with(balance);
            case StockTakenByRounds(_, _, var balance) -> stocked().with(balance);
            case StockReturned(_, _, _, _, var balance) -> stocked().with(balance);
            case StockRanLow _ -> stocked().with(StockLevel.LOW);
            case StockRanOut _ -> stocked().with(StockLevel.OUT);
            case StockRecovered(_, _, var level) -> stocked().with(level);
        };
    }

    /** The item, which must have been registered. */
    default Stocked stocked() {
        if (this instanceof Stocked stocked) {
            return stocked;
        }
        throw new IllegalStateException("History is broken: stock of an item nobody registered");
    }

    /** The event, and the crossing of a limit where there is one. */
    private List<InventoryEvent> withLevel(InventoryEvent event, Quantity balance) {
        var events = new ArrayList<InventoryEvent>(2);
        events.add(event);
        var minimum =
                event instanceof ItemRevised revised ? revised.minimum() : stocked().minimum();
        var before = stocked().level();
        var after = StockLevel.of(balance, minimum);
        if (after.compareTo(before) > 0) {
            events.add(new StockRecovered(event.item(), balance, after));
        } else if (after != before) {
            events.add(
                    after == StockLevel.OUT
                            ? new StockRanOut(event.item(), balance)
                            : new StockRanLow(event.item(), balance, minimum));
        }
        return events;
    }

    private static ItemRegistered registered(RegisterItem command) {
        STOCK_QUANTITY_NOT_NEGATIVE.require(
                !command.minimum().isNegative(), "minimum", command.minimum());
        STOCK_QUANTITY_NOT_NEGATIVE.require(
                !command.opening().isNegative(), "opening", command.opening());
        COST_NOT_NEGATIVE.require(!command.cost().isNegative());
        return new ItemRegistered(
                command.item(),
                Words.required("name", command.name(), 120),
                command.unit(),
                Words.optional("category", command.category(), 80),
                command.minimum(),
                command.cost(),
                command.opening());
    }

    private static void positive(Quantity quantity) {
        STOCK_QUANTITY_MUST_BE_POSITIVE.require(quantity.isPositive(), "quantity", quantity);
    }
}
