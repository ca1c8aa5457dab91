package pe.comanda.domain.inventory;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Query;

import java.util.List;

/** Everything one can ask about stock. The branch is the caller's. */
public sealed interface InventoryQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.INVENTORY_READ;
    }

    @Override
    default String view() {
        return "stock";
    }

    /** Items by name. {@code level} narrows to those that are out, low or fine; limit 1 to 200. */
    record ListStock(@Nullable StockLevel level, String category, String cursor, int limit)
            implements InventoryQuery<StockPage> {}

    record FindStockItem(StockItemId item) implements InventoryQuery<StockItemView> {}

    /** Movements of an item, newest first; limit 1 to 200. */
    record ListMovements(StockItemId item, String cursor, int limit)
            implements InventoryQuery<MovementPage> {}

    /** Shortages that wait for a decision, oldest first; limit 1 to 200. */
    record ListShortages(String cursor, int limit) implements InventoryQuery<DeductionPage> {}

    /** What was taken for an order, round by round. */
    record ListDeductions(OrderId order) implements InventoryQuery<DeductionList> {}

    /** With what it costs at the items' average cost of this moment. */
    record FindRecipe(RecipeId recipe) implements InventoryQuery<RecipeView> {}

    /**
     * @param nextCursor empty where there is no more
     */
    record StockPage(List<StockItemView> items, String nextCursor) {
        public StockPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param nextCursor empty where there is no more
     */
    record MovementPage(List<MovementView> items, String nextCursor) {
        public MovementPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param nextCursor empty where there is no more
     */
    record DeductionPage(List<DeductionView> items, String nextCursor) {
        public DeductionPage {
            items = List.copyOf(items);
        }
    }

    record DeductionList(List<DeductionView> items) {
        public DeductionList {
            items = List.copyOf(items);
        }
    }
}
