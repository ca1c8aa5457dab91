package pe.comanda.domain.inventory;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Quantity;

/** Everything one can ask of a stock item. Taking for orders goes through a stock deduction. */
public sealed interface InventoryCommand extends Command {
    StockItemId item();

    @Override
    default StockItemId target() {
        return item();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case RegisterItem _ -> Permission.INVENTORY_CREATE;
            case ReviseItem _, ReceivePurchase _, RecordWaste _, CountStock _ ->
                    Permission.INVENTORY_UPDATE;
        };
    }

    /**
     * @param minimum below it the item counts as low; 0 for none
     * @param opening what is there today
     */
    record RegisterItem(
            StockItemId item,
            String name,
            Unit unit,
            String category,
            Quantity minimum,
            UnitCost cost,
            Quantity opening)
            implements InventoryCommand {}

    /** The unit stays: history is measured in it. */
    record ReviseItem(StockItemId item, String name, String category, Quantity minimum)
            implements InventoryCommand {}

    /**
     * @param supplier who sold it, and the number of the paper; may be empty
     */
    record ReceivePurchase(StockItemId item, Quantity quantity, UnitCost cost, String supplier)
            implements InventoryCommand {}

    /** Refused above the balance: then count first. Reason: up to 500 characters. */
    record RecordWaste(StockItemId item, Quantity quantity, String reason)
            implements InventoryCommand {}

    /** Sets the balance to what was found, up or down. Reason: up to 500 characters. */
    record CountStock(StockItemId item, Quantity counted, String reason)
            implements InventoryCommand {}
}
