package pe.comanda.domain.floor;

import pe.comanda.domain.shared.DomainEvent;

/** Everything that can have happened to a table. Stored for ever. */
public sealed interface TableEvent extends DomainEvent {
    TableId table();

    record TableCreated(TableId table, TableCard card, Position position, QrCode code)
            implements TableEvent {}

    record TableChanged(TableId table, TableCard card) implements TableEvent {}

    record TableMoved(TableId table, Position position) implements TableEvent {}

    /**
     * @param revoked works no more; @param code works from now on
     */
    record QrCodeRevoked(TableId table, QrCode revoked, QrCode code) implements TableEvent {}

    record TableMarked(TableId table, TableStatus as) implements TableEvent {}

    record TableOccupied(TableId table, TableSessionId session) implements TableEvent {}

    record TableFreed(TableId table, TableSessionId session) implements TableEvent {}

    record TableRemoved(TableId table) implements TableEvent {}
}
