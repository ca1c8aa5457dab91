package pe.comanda.domain.floor;

import static pe.comanda.domain.floor.FloorRule.POSITION_OUT_OF_RANGE;

/**
 * Where a table stands on the plan of its space, in the plan's own units.
 *
 * @param rotation degrees, 0 to 359
 */
public record Position(int x, int y, int rotation) {
    private static final int LIMIT = 20_000;

    /** Refuses a place outside any plan. */
    Position checked() {
        POSITION_OUT_OF_RANGE.require(
                x >= 0 && x <= LIMIT && y >= 0 && y <= LIMIT && rotation >= 0 && rotation < 360,
                "position",
                x + "," + y + "," + rotation);
        return this;
    }
}
