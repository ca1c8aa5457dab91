package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

/** Orders on the roll of a printer, 80 mm wide, as PDF. */
public sealed interface OrderPaperQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.ORDERS_READ;
    }

    @Override
    default String view() {
        return "live";
    }

    /**
     * What the kitchen hangs up: dishes, options and wishes, no prices.
     *
     * @param round null for all that was not cancelled
     */
    record PrintKitchenTicket(OrderId order, @Nullable Integer round)
            implements OrderPaperQuery<PrintedOrder> {}

    /** What the guests look at before they pay; no payment document, and it says so. */
    record PrintBill(OrderId order) implements OrderPaperQuery<PrintedOrder> {}

    /**
     * @param name of the file
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record PrintedOrder(String name, byte[] pdf, long version) {}
}
