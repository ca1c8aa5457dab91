package pe.comanda.domain.inventory;

import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.shared.Quantity;

import java.util.List;

/** Everything that can have happened to a stock item. {@code balance} is what is there after it. */
public sealed interface InventoryEvent extends DomainEvent {
    StockItemId item();

    record ItemRegistered(
            StockItemId item,
            String name,
            Unit unit,
            String category,
            Quantity minimum,
            UnitCost cost,
            Quantity balance)
            implements InventoryEvent {}

    record ItemRevised(StockItemId item, String name, String category, Quantity minimum)
            implements InventoryEvent {}

    /**
     * @param cost what one unit of this purchase cost; @param averageCost what one unit in stock
     *     costs now
     */
    record PurchaseReceived(
            StockItemId item,
            Quantity quantity,
            UnitCost cost,
            String supplier,
            Quantity balance,
            UnitCost averageCost)
            implements InventoryEvent {}

    record WasteRecorded(StockItemId item, Quantity quantity, String reason, Quantity balance)
            implements InventoryEvent {}

    /**
     * @param difference found minus expected; negative where something was missing
     */
    record StockCounted(StockItemId item, Quantity difference, String reason, Quantity balance)
            implements InventoryEvent {}

    /** For a confirmed round of an order. The balance is negative only by a confirmed shortage. */
    record StockTaken(
            StockItemId item,
            DeductionId deduction,
            OrderId order,
            Quantity quantity,
            Quantity balance)
            implements InventoryEvent {}

    /**
     * For several confirmed rounds that were handled together: one event for an ingredient that
     * many orders of a busy moment share. In the order in which they took.
     */
    record StockTakenByRounds(StockItemId item, List<RoundTaken> rounds, Quantity balance)
            implements InventoryEvent {
        public StockTakenByRounds {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * What one of several rounds took.
     *
     * @param balance what was there after it
     */
    record RoundTaken(DeductionId deduction, OrderId order, Quantity quantity, Quantity balance) {}

    /** Back from lines that were cancelled before anybody started on them. */
    record StockReturned(
            StockItemId item,
            DeductionId deduction,
            OrderId order,
            Quantity quantity,
            Quantity balance)
            implements InventoryEvent {}

    /** Fell below its minimum, but there is some. Once per fall. */
    record StockRanLow(StockItemId item, Quantity balance, Quantity minimum)
            implements InventoryEvent {}

    /** Nothing left. Once per fall. */
    record StockRanOut(StockItemId item, Quantity balance) implements InventoryEvent {}

    /** There is some again; {@code level} is LOW or OK. Once per rise. */
    record StockRecovered(StockItemId item, Quantity balance, StockLevel level)
            implements InventoryEvent {}
}
