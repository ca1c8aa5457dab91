package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.util.List;

/** Everything one can ask about orders. The branch is the caller's. */
public sealed interface OrderQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.ORDERS_READ;
    }

    @Override
    default String view() {
        return "live";
    }

    /** One order of a branch within reach. */
    record FindOrder(OrderId order) implements OrderQuery<OrderView> {}

    /** One order of the diner's own session. */
    record FindOwnOrder(OrderId order) implements OrderQuery<OrderView> {
        @Override
        public Permission requires() {
            return Permission.SESSION_READ;
        }
    }

    /** All that happened to one order of a branch within reach, as its history tells it. */
    record ShowOrderSteps(OrderId order) implements OrderQuery<OrderSteps> {}

    /** Orders of the branch, newest first; limit 1 to 200. */
    record ListOrders(@Nullable OrderStatus status, String cursor, int limit)
            implements OrderQuery<OrderPage> {}

    /** What the kitchen has to cook, oldest first, as rendered JSON. */
    record ShowKitchenBoard() implements OrderQuery<RenderedBoard> {}

    /**
     * @param nextCursor empty where there is no more
     */
    record OrderPage(List<OrderView> items, String nextCursor) {
        public OrderPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param json the board, ready to be sent; @param etag changes whenever the board does
     */
    record RenderedBoard(byte[] json, String etag) {}

    /** Oldest first. */
    record OrderSteps(String order, List<Step> items) {
        public OrderSteps {
            items = List.copyOf(items);
        }
    }

    /**
     * @param step the event's name: {@code ordering.OrderConfirmed}
     * @param actor who did it: a person, a diner's session or the program itself
     * @param status the order's after it
     * @param lines those that it is about; empty where it is about the whole order
     * @param to where lines moved, and only then
     * @param due what is owed after it
     */
    record Step(
            long version,
            Instant at,
            String step,
            String actor,
            String role,
            OrderStatus status,
            List<String> lines,
            @Nullable LineStatus to,
            Money due,
            @Nullable String reason) {
        public Step {
            lines = List.copyOf(lines);
        }
    }
}
