package pe.comanda.domain.floor;

import static pe.comanda.domain.floor.FloorRule.*;

import pe.comanda.domain.floor.TableEvent.*;

import java.util.List;

/** A table on the floor, and what it is used for at this moment. */
public record StandingTable(TableId id, TableCard card, Position position, QrCode code, Use use)
        implements Table {
    static final Use AVAILABLE = new Available();

    /** What a table is used for. */
    public sealed interface Use {
        default TableStatus status() {
            return switch (this) {
                case Available _ -> TableStatus.AVAILABLE;
                case Reserved _ -> TableStatus.RESERVED;
                case InMaintenance _ -> TableStatus.MAINTENANCE;
                case Occupied _ -> TableStatus.OCCUPIED;
            };
        }

        default void mustBeFree() {
            switch (this) {
                case Available _, Reserved _ -> {}
                case InMaintenance _ -> throw TABLE_IN_MAINTENANCE.broken();
                case Occupied _ -> throw TABLE_IS_OCCUPIED.broken();
            }
        }
    }

    record Available() implements Use {}

    record Reserved() implements Use {}

    record InMaintenance() implements Use {}

    record Occupied(TableSessionId session) implements Use {}

    static Use marked(TableStatus status) {
        return switch (status) {
            case AVAILABLE -> AVAILABLE;
            case RESERVED -> new Reserved();
            case MAINTENANCE -> new InMaintenance();
            case OCCUPIED ->
                    throw new IllegalStateException("History is broken: occupied by nobody");
        };
    }

    List<TableEvent> change(TableCard newCard) {
        return newCard.equals(card) ? List.of() : List.of(new TableChanged(id, newCard));
    }

    List<TableEvent> move(Position to) {
        return to.equals(position) ? List.of() : List.of(new TableMoved(id, to));
    }

    List<TableEvent> revoke(QrCode newCode) {
        QR_CODE_IS_NEW.require(
                !newCode.token().equals(code.token())
                        && !newCode.shortCode().equals(code.shortCode()));
        return List.of(new QrCodeRevoked(id, code, newCode));
    }

    List<TableEvent> mark(TableStatus as) {
        ONLY_A_SESSION_OCCUPIES.require(as != TableStatus.OCCUPIED);
        mustBeEmpty();
        return as == use.status() ? List.of() : List.of(new TableMarked(id, as));
    }

    List<TableEvent> remove() {
        mustBeEmpty();
        return List.of(new TableRemoved(id));
    }

    List<TableEvent> occupy(TableSessionId session) {
        use.mustBeFree();
        return List.of(new TableOccupied(id, session));
    }

    /** Only the party that sits there frees it: a late farewell never unseats the next one. */
    List<TableEvent> free(TableSessionId session) {
        return use.equals(new Occupied(session)) ? List.of(new TableFreed(id, session)) : List.of();
    }

    private void mustBeEmpty() {
        if (use instanceof Occupied(var session)) {
            throw TABLE_HAS_OPEN_SESSION.broken("session", session);
        }
    }

    StandingTable with(TableCard newCard) {
        return new StandingTable(id, newCard, position, code, use);
    }

    StandingTable with(Position newPosition) {
        return new StandingTable(id, card, newPosition, code, use);
    }

    StandingTable with(QrCode newCode) {
        return new StandingTable(id, card, position, newCode, use);
    }

    StandingTable with(Use newUse) {
        return new StandingTable(id, card, position, code, newUse);
    }
}
