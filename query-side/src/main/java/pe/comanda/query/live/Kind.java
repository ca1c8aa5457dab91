package pe.comanda.query.live;

/** What the feed tells of besides orders, and what each is called in messages and snapshots. */
enum Kind {
    SESSION("session", "sessions"),
    TABLE("table", "tables"),
    DISH("dish", "dishesOff"),
    OPTION("option", "optionsOff"),
    STOCK("item", "stock"),
    SHORTAGE("shortage", "shortages"),
    INVOICE("invoice", "invoices"),
    MENU("menu", ""),
    POINTS("points", "");

    private final String one;
    private final String many;

    Kind(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** The field of a message that holds the state after the change. */
    String one() {
        return one;
    }

    /** The list of a snapshot; empty for what no screen needs to start with. */
    String many() {
        return many;
    }
}
