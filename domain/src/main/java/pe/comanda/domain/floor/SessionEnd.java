package pe.comanda.domain.floor;

/** How a session that was active ended. */
public enum SessionEnd {
    /** Staff ended it; nothing was open. */
    BY_STAFF,
    /** Its last open order was completed. */
    ORDERS_DONE,
    /** Somebody who may void payments ended it with orders still open. */
    FORCED
}
