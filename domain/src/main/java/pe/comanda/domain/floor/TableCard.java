package pe.comanda.domain.floor;

import static pe.comanda.domain.floor.FloorRule.*;

import pe.comanda.domain.shared.Words;

/**
 * What a table is called and how many sit at it.
 *
 * @param number 1 to 9999, unique in the branch; @param label what people call it, 1 to 40
 *     characters
 * @param seats 1 to 50; @param space the room or floor, up to 100 characters, may be empty
 */
public record TableCard(int number, String label, int seats, String space, TableShape shape) {

    /** The card as a table may bear it; refuses one that it may not. */
    TableCard checked() {
        TABLE_NUMBER_OUT_OF_RANGE.require(number >= 1 && number <= 9999, "number", number);
        SEATS_OUT_OF_RANGE.require(seats >= 1 && seats <= 50, "seats", seats);
        return new TableCard(
                number,
                Words.required("label", label, 40),
                seats,
                Words.optional("space", space, 100),
                shape);
    }
}
