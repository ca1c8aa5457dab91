package pe.comanda.domain.live;

/** Where messages are heard. Who is in which room is decided at the door, by permissions. */
public final class Rooms {
    /** Staff who may read orders. */
    public static final String BRANCH = "branch";

    /** Staff who move lines. */
    public static final String KITCHEN = "kitchen";

    /** Staff who may read tables. */
    public static final String FLOOR = "floor";

    /** Staff who may read stock. */
    public static final String STOCK = "stock";

    /** Staff who may read documents. */
    public static final String FINANCE = "finance";

    /** Staff who may read points. */
    public static final String LOYALTY = "loyalty";

    /** Everybody of the branch, diners included. */
    public static final String MENU = "menu";

    private Rooms() {}

    /** How one table stands: staff who follow it, and the diners who sit at it. */
    public static String table(String id) {
        return "table:" + id;
    }

    /**
     * Who asks for one table, sits at it and orders there: staff who follow it. Not for the diners,
     * who would hear of the party before and after them.
     */
    public static String service(String table) {
        return table(table) + ":staff";
    }

    /** The diners of one table session. */
    public static String session(String id) {
        return "session:" + id;
    }
}
