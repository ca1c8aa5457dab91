package pe.comanda.domain.invoicing;

/** Where a wish for a second person's word stands. */
public enum ApprovalStatus {
    REQUESTED,
    GRANTED,
    REFUSED,
    /** The action that it was for is done: it allows no other. */
    USED
}
