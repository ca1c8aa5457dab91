package pe.comanda.domain.invoicing;

/** What is tried for a file. */
public enum SummaryStep {
    SEND,
    /** Asks for what became of the ticket. */
    POLL,
    /** Asks for one of its documents, where no ticket came back. */
    ASK
}
