package pe.comanda.api.floor;

/**
 * Something on the plan that nobody sits at.
 *
 * @param width 1 to 2000, as is {@code height}; @param rotation degrees, 0 to 359
 */
record Fixture(
        String id,
        String space,
        Kind kind,
        String label,
        int x,
        int y,
        int width,
        int height,
        int rotation)
        implements Drawn {

    /** What can stand about. */
    enum Kind {
        KITCHEN,
        BAR,
        STAIRS,
        RESTROOM,
        ENTRANCE,
        WALL,
        PLANT,
        OTHER
    }
}
