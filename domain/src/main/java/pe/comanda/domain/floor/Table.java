package pe.comanda.domain.floor;

import static pe.comanda.domain.floor.FloorRule.*;

import pe.comanda.domain.floor.TableCommand.*;
import pe.comanda.domain.floor.TableEvent.*;

import java.util.List;

/** A table in one of its states. It knows who sits at it, so nobody sits down twice. */
public sealed interface Table permits Table.NotCreated, StandingTable, Table.Removed {
    Table NOT_CREATED = new NotCreated();

    record NotCreated() implements Table {}

    record Removed(TableId id) implements Table {}

    default List<TableEvent> decide(TableCommand command) {
        return switch (command) {
            case CreateTable(var id, var card, var position, var code) -> {
                TABLE_IS_CREATED_ONCE.require(this instanceof NotCreated);
                yield List.of(new TableCreated(id, card.checked(), position.checked(), code));
            }
            case ChangeTable(_, var card) -> mustStand().change(card.checked());
            case MoveTable(_, var position) -> mustStand().move(position.checked());
            case RevokeQrCode(_, var code) -> mustStand().revoke(code);
            case MarkTable(_, var as) -> mustStand().mark(as);
            case RemoveTable _ -> mustStand().remove();
            case OccupyTable(_, var session) -> mustStand().occupy(session);
            case FreeTable(_, var session) ->
                    this instanceof StandingTable standing ? standing.free(session) : List.of();
        };
    }

    default Table evolve(TableEvent event) {
        return switch (event) {
            case TableCreated(var id, var card, var position, var code) ->
                    new StandingTable(id, card, position, code, StandingTable.AVAILABLE);
            case TableChanged(_, var card) -> standing().with(card);
            case TableMoved(_, var position) -> standing().with(position);
            case QrCodeRevoked(_, _, var code) -> standing().with(code);
            case TableMarked(_, var as) -> standing().with(StandingTable.marked(as));
            case TableOccupied(_, var session) ->
                    standing().with(new StandingTable.Occupied(session));
            case TableFreed _ -> standing().with(StandingTable.AVAILABLE);
            case TableRemoved(var id) -> new Removed(id);
        };
    }

    /**
     * Lets a guest who scanned the code ask for a session; refuses a revoked code, and a table that
     * nobody can sit down at now.
     */
    default StandingTable mustAdmit(String token) {
        var standing = mustStand();
        QR_CODE_REVOKED.require(standing.code().token().equals(token));
        standing.use().mustBeFree();
        return standing;
    }

    /** The table, if one can sit down at it now. */
    default StandingTable mustBeFree() {
        var standing = mustStand();
        standing.use().mustBeFree();
        return standing;
    }

    private StandingTable mustStand() {
        return switch (this) {
            case NotCreated _ -> throw TABLE_MUST_EXIST.broken();
            case StandingTable standing -> standing;
            case Removed _ -> throw TABLE_WAS_REMOVED.broken();
        };
    }

    private StandingTable standing() {
        if (this instanceof StandingTable standing) {
            return standing;
        }
        throw new IllegalStateException("History is broken: a table that does not stand changed");
    }
}
