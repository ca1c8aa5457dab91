package pe.comanda.domain.shared;

/** Names under which the parts of the program leave word for one another in a unit of work. */
public final class UnitOfWorkNote {
    /**
     * A connection to the database was taken, or another command ran inside: the unit of work needs
     * a transaction of its own. Without it, its events are all that it stores.
     */
    public static final String OWN_TRANSACTION = "comanda.own-transaction";

    private UnitOfWorkNote() {}
}
