package pe.comanda.query.books;

/** How a document stands in the books. */
enum Standing {
    /** Issued; SUNAT has not spoken. It counts: the sale took place. */
    OPEN,
    ACCEPTED,
    /** Turned down: it does not exist fiscally, and its number is burnt. */
    REJECTED,
    /** Undone in time: it stands in the register without amounts. */
    VOIDED;

    boolean counts() {
        return this == OPEN || this == ACCEPTED;
    }
}
