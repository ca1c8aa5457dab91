package pe.comanda.domain.invoicing;

/** Where a document stands, as finance staff see it. */
public enum InvoiceStatus {
    /** Numbered; the XML is being made. */
    ISSUED,
    /** Signed; about to be sent. */
    SIGNED,
    SENDING,
    ASKING,
    /** To be sent again later: SUNAT does not have it. */
    WAITING,
    /** SUNAT may have it: it is asked before anything is sent. */
    UNCERTAIN,
    /** Waits for a human. */
    PARKED,
    ACCEPTED,
    /** Accepted, with remarks. */
    OBSERVED,
    REJECTED,
    /** Too late to go by itself: it goes in a daily summary. */
    IN_SUMMARY,
    /** Accepted, and about to be voided. */
    VOIDING,
    VOIDED;

    public boolean isFinal() {
        return this == ACCEPTED || this == OBSERVED || this == REJECTED || this == VOIDED;
    }
}
