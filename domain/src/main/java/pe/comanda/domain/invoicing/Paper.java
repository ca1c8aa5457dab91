package pe.comanda.domain.invoicing;

/** What a document is printed on. */
public enum Paper {
    A4,
    /** The roll of a till's printer, 80 mm wide and as long as it takes. */
    TICKET
}
