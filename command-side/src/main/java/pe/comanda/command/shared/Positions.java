package pe.comanda.command.shared;

import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Where in the event log the facts of a unit of work were stored. Implemented beside each event
 * store.
 */
public interface Positions {
    /** Position of the last event that this unit of work stored, or -1. Asked after its commit. */
    long storedBy(UnitOfWork<?> unitOfWork);

    /** Position of the last event that this node has stored, or -1. */
    long latest();
}
