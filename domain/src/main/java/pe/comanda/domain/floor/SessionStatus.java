package pe.comanda.domain.floor;

/** How far a table session has got. */
public enum SessionStatus {
    PENDING,
    ACTIVE,
    REJECTED,
    EXPIRED,
    ENDED
}
