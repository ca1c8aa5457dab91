package pe.comanda.domain.ordering;

import java.util.Collection;

/** Where an order stands: as far as its least advanced live line, or closed. */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    PREPARING,
    READY,
    SERVED,
    COMPLETED,
    CANCELLED;

    /** The status that the live lines of an open order add up to. */
    public static OrderStatus of(Collection<LineStatus> lines) {
        var least = LineStatus.CANCELLED;
        var started = false;
        for (var line : lines) {
            if (line.isLive()) {
                least = line.compareTo(least) < 0 ? line : least;
                started |= line.compareTo(LineStatus.PREPARING) >= 0;
            }
        }
        return switch (least) {
            case PENDING -> PENDING;
            case CONFIRMED -> started ? PREPARING : CONFIRMED;
            case PREPARING -> PREPARING;
            case READY -> READY;
            case SERVED -> SERVED;
            case CANCELLED -> CANCELLED;
        };
    }

    public boolean isOpen() {
        return this != COMPLETED && this != CANCELLED;
    }
}
