package pe.comanda.domain.ordering;

/** How far a line has got. The order of the constants is the order of events in a kitchen. */
public enum LineStatus {
    PENDING,
    CONFIRMED,
    PREPARING,
    READY,
    SERVED,
    CANCELLED;

    public boolean isLive() {
        return this != CANCELLED;
    }

    /** Whether the kitchen has it on its board. */
    public boolean isInKitchen() {
        return this == CONFIRMED || this == PREPARING || this == READY;
    }
}
