package pe.comanda.domain.invoicing;

/** Why a document waits for a human. */
public enum ParkReason {
    FORMAT_ERROR,
    CONFLICT,
    /** Its deadline for being sent by itself is over. */
    TOO_LATE,
    /** SUNAT could not say, however often it was asked, whether it has the document. */
    OUTCOME_UNKNOWN,
    /** The document could not be built or signed. */
    CANNOT_BE_BUILT,
    BY_HAND,
    /** The daily summary that it went in was refused. */
    SUMMARY_REFUSED,
    /** SUNAT has not worked a ticket off within a day (98). */
    TICKET_STUCK;

    /** Whether SUNAT has nothing under the number, and would still take it. */
    public boolean leavesNumberFree() {
        return switch (this) {
            case FORMAT_ERROR, CANNOT_BE_BUILT, BY_HAND, SUMMARY_REFUSED -> true;
            case CONFLICT, TOO_LATE, OUTCOME_UNKNOWN, TICKET_STUCK -> false;
        };
    }
}
