package pe.comanda.domain.invoicing;

/** What finance does that takes a second person above the organization's limit. */
public enum GuardedAction {
    VOID,
    CREDIT_NOTE,
    /** Another document in the stead of a rejected one. */
    REISSUE
}
