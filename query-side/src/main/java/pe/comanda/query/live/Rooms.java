package pe.comanda.query.live;

/** Where messages are heard. Who is in which room is decided at the door, by permissions. */
final class Rooms {
    /** Staff who may read orders. */
    static final String BRANCH = "branch";

    static final String KITCHEN = "kitchen";

    /** Staff who look after tables. */
    static final String FLOOR = "floor";

    /** Staff who may read stock. */
    static final String STOCK = "stock";

    static final String FINANCE = "finance";
    static final String LOYALTY = "loyalty";

    /** Everybody of the branch, diners included. */
    static final String MENU = "menu";

    private Rooms() {}

    /** The diners of one table session. */
    static String session(String id) {
        return "session:" + id;
    }
}
