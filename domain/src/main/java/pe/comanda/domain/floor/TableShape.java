package pe.comanda.domain.floor;

/** How a table is drawn on the plan. */
public enum TableShape {
    ROUND,
    SQUARE,
    RECTANGLE,
    BAR
}
