package pe.comanda.domain.inventory;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Quantity;

import java.time.Instant;

/**
 * One movement of a stock item.
 *
 * @param change what it did to the balance; zero for what was written off, which had been taken
 *     before
 * @param quantity how much it is about, never negative
 * @param note the reason, or the supplier
 */
public record MovementView(
        Kind kind,
        Quantity change,
        Quantity quantity,
        Quantity balance,
        @Nullable UnitCost cost,
        @Nullable String order,
        String note,
        String actor,
        Instant at) {

    public enum Kind {
        OPENING,
        PURCHASE,
        WASTE,
        COUNT,
        TAKEN,
        RETURNED,
        WRITTEN_OFF
    }
}
