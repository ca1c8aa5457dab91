package pe.comanda.query.shared;

/** The projections' processors. All may be replayed. A query names its view without the prefix. */
public final class Views {
    /**
     * Orders, the kitchen board and the live feed: one reader, so that a snapshot and its position
     * agree.
     */
    public static final String LIVE = "view-live";

    public static final String MENU = "view-menu";
    public static final String FLOOR = "view-floor";
    public static final String PEOPLE = "view-people";
    public static final String STOCK = "view-stock";
    public static final String LOYALTY = "view-loyalty";
    public static final String INVOICES = "view-invoices";

    /** What accountants keep: documents, payments and orders side by side. */
    public static final String BOOKS = "view-books";

    public static final String AUDIT = "view-audit";

    private Views() {}
}
