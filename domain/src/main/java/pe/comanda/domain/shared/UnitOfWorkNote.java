package pe.comanda.domain.shared;

/** Names under which the parts of the program leave word for one another in a unit of work. */
public final class UnitOfWorkNote {
    /**
     * A connection to the database was taken, or another command ran inside: the unit of work needs
     * a transaction of its own. Without it, its events are all that it stores.
     */
    public static final String OWN_TRANSACTION = "comanda.own-transaction";

    /**
     * Its events are on disk already, together with those of others. Whatever it stored besides
     * would be another transaction, and could fail alone.
     */
    public static final String STORED = "comanda.stored";

    private UnitOfWorkNote() {}
}
