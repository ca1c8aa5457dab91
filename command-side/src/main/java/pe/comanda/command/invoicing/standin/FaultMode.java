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
    FOREIGN_CDR,
    /** The right CDR without a signature, though the document is registered. */
    UNSIGNED_CDR,
    /** The right CDR, changed after it was signed, though the document is registered. */
    ALTERED_CDR,
    /** The right CDR under somebody else's signature, though the document is registered. */
    CDR_BY_ANOTHER_SIGNER,
    /** HTTP 200 with a page for people. */
    PAGE,
    /** An answer that grows when it is read: entities within entities. */
    XML_BOMB,
    /** An answer that points to a file of whoever reads it. */
    EXTERNAL_ENTITY,
    /** The right answer, two seconds late. */
    SLOW,
    /** A file is taken in, and its ticket stays in process (98). */
    TICKET_STUCK,
    /** A file is taken in, and its ticket is then unknown (0127). */
    TICKET_LOST
}
