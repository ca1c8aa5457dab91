package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.Quantity;

import java.time.Instant;
import java.util.List;

/**
 * The deduction of one confirmed round.
 *
 * @param lines what is taken for, or waits for stock; cancelled lines are gone from it
 * @param missing what there was not enough of when it was last looked
 * @param reason why staff decided as they did
 */
public record DeductionView(
        String id,
        String order,
        int round,
        Status status,
        List<LineNeeds> lines,
        List<MissingView> missing,
        String reason,
        Instant requestedAt,
        Instant changedAt,
        long version) {

    public DeductionView {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    public enum Status {
        /** Waits for staff. */
        SHORT,
        /** Staff said to take it all the same; it is about to be taken. */
        CONFIRMED,
        TAKEN,
        TAKEN_DESPITE_SHORTAGE,
        RELEASED
    }

    public record MissingView(
            String item, String name, String symbol, Quantity needed, Quantity available) {}
}
