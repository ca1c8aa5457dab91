package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

/** Orders on the roll of a printer, 80 mm wide. */
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
    record PrintKitchenTicket(OrderId order, @Nullable Integer round, Format format)
            implements OrderPaperQuery<PrintedOrder> {}

    /** What the guests look at before they pay; no payment document, and it says so. */
    record PrintBill(OrderId order, Format format) implements OrderPaperQuery<PrintedOrder> {}

    /** What the printer is sent. */
    enum Format {
        /** To be looked at, or printed by anything. */
        PDF(".pdf"),
        /** The commands that receipt printers understand, to be sent as they are. */
        ESC_POS(".escpos");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /** With its dot. */
        public String extension() {
            return extension;
        }
    }

    /**
     * @param name of the file
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record PrintedOrder(String name, byte[] content, long version) {}
}
