package pe.comanda.command.shared;

import pe.comanda.domain.access.Caller;

/** What the gate must know of people and tenants: whether they may act at all at this moment. */
public interface People {

    /**
     * Refuses a caller who was disabled, demoted or moved, and anybody in a suspended organization.
     */
    void mustBeActive(Caller caller);
}
