package pe.comanda.command.invoicing.standin;

/** What can go wrong on demand. */
public enum FaultMode {
    /** No answer, and the document is not taken in. */
    TIME_OUT_BEFORE_REGISTERING,
    /** No answer, though the document is registered. */
    TIME_OUT_AFTER_REGISTERING,
    CUT_BEFORE_REGISTERING,
    CUT_AFTER_REGISTERING,
    /** HTTP 503 with a page for people. */
    UNAVAILABLE,
    /** A SOAP fault with the armed code; from 2000 on it burns the number. */
    FAULT,
    /** The same with the code in the fault string only, and HTTP 200. */
    FAULT_IN_STRING,
    /** A CDR that rejects with the armed code. */
    REJECTION,
    /** A CDR that accepts with the armed code as an observation. */
    OBSERVATION,
    /** A CDR whose ZIP is broken, though the document is registered. */
    CORRUPT_CDR,
    /** Somebody else's CDR, though the document is registered. */
    FOREIGN_CDR
}
