package pe.comanda.domain.floor;

/** What a table is at this moment. */
public enum TableStatus {
    AVAILABLE,
    OCCUPIED,
    RESERVED,
    MAINTENANCE
}
