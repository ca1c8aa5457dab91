package pe.comanda.domain.floor;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

/** Everything one can ask of a table. Random codes are made by whoever asks. */
public sealed interface TableCommand extends Command {
    TableId table();

    @Override
    default TableId target() {
        return table();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case CreateTable _, RevokeQrCode _ -> Permission.TABLES_CREATE;
            case ChangeTable _, MoveTable _ -> Permission.TABLES_LAYOUT;
            case MarkTable _ -> Permission.TABLES_UPDATE;
            case RemoveTable _ -> Permission.TABLES_DELETE;
            case OccupyTable _, FreeTable _ -> Permission.INTERNAL;
        };
    }

    record CreateTable(TableId table, TableCard card, Position position, QrCode code)
            implements TableCommand {}

    record ChangeTable(TableId table, TableCard card) implements TableCommand {}

    record MoveTable(TableId table, Position position) implements TableCommand {}

    /** The printed code stops working; the given one works instead. */
    record RevokeQrCode(TableId table, QrCode code) implements TableCommand {}

    /** Marks it available, reserved or in maintenance. Only a session makes it occupied. */
    record MarkTable(TableId table, TableStatus as) implements TableCommand {}

    record RemoveTable(TableId table) implements TableCommand {}

    /** A party sits down: part of what opens its session, never asked alone. */
    record OccupyTable(TableId table, TableSessionId session) implements TableCommand {}

    /** The party has left. Nothing happens where another one sits there by now. */
    record FreeTable(TableId table, TableSessionId session) implements TableCommand {}
}
