package pe.comanda.domain.live;

/** What a message on the socket tells. {@code asyncapi.yaml} describes the body of each. */
public enum MessageType {
    /** What a client starts with, where it is too much for one message: all but the last of it. */
    SNAPSHOT_PART("snapshot.part"),
    /** What a client starts with: all there is now, or the last of it after the parts. */
    SNAPSHOT("snapshot"),
    /** The first message of a client that returns: what it missed follows. */
    RESUMED("resumed"),
    /** The answer to whatever a client sends. */
    PONG("pong"),
    ORDER_CHANGED("order.changed"),
    SESSION_CHANGED("session.changed"),
    TABLE_CHANGED("table.changed"),
    /** A dish or an option went off, or came back. */
    MENU_AVAILABILITY("menu.availability"),
    /** Something else about the menu: fetch it again with its ETag. */
    MENU_CHANGED("menu.changed"),
    STOCK_LOW("stock.low"),
    STOCK_OUT("stock.out"),
    STOCK_RECOVERED("stock.recovered"),
    /** There is not enough for a round, or staff have decided about it. */
    STOCK_SHORTAGE("stock.shortage"),
    INVOICE_CHANGED("invoice.changed"),
    LOYALTY_POINTS("loyalty.points");

    private final String text;

    MessageType(String text) {
        this.text = text;
    }

    /** As it goes over the wire. */
    public String text() {
        return text;
    }
}
