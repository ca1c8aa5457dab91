package pe.comanda.domain.menu;

/**
 * Why a dish is off. The reasons are kept apart: what a cook took off by hand does not come back
 * because a delivery arrived, and the other way round.
 */
public enum OffReason {
    /** Somebody said so ("86"). */
    BY_HAND,
    /** Its recipe can no longer be made. */
    BY_STOCK
}
