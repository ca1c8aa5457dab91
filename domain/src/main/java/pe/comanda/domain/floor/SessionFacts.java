package pe.comanda.domain.floor;

/** What a table session must know of the world to decide. Asked only for what is needed. */
public interface SessionFacts {

    /** Whether the branch is open: guests of a closed one ask in vain, its staff still work. */
    boolean branchIsOpen();

    /** Whether the branch approves every request. */
    boolean approvesByItself();

    /** How many orders of the session are neither completed nor cancelled. */
    int openOrders();

    /** The table, if the scanned code is good and one can sit down at it; refuses otherwise. */
    StandingTable tableScanned(TableId table, String token);

    /** The table, if one can sit down at it; refuses otherwise. */
    StandingTable freeTable(TableId table);
}
