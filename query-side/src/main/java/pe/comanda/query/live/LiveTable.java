package pe.comanda.query.live;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.floor.Position;
import pe.comanda.domain.floor.TableCard;
import pe.comanda.domain.floor.TableEvent;
import pe.comanda.domain.floor.TableEvent.*;
import pe.comanda.domain.floor.TableShape;
import pe.comanda.domain.floor.TableStatus;

import java.time.Instant;

/** A table as the floor's screens follow it. Its codes are not for screens. */
record LiveTable(
        String id,
        int number,
        String label,
        int seats,
        String space,
        TableShape shape,
        int x,
        int y,
        int rotation,
        TableStatus status,
        @Nullable String session,
        @Nullable Instant occupiedSince,
        long version) {

    static LiveTable of(TableCreated event) {
        return at(event.table().value(), event.card(), event.position())
                .standing(TableStatus.AVAILABLE, null, null, 0);
    }

    LiveTable after(TableEvent event, Instant at, long now) {
        return switch (event) {
            case TableCreated created -> of(created);
            case TableChanged(_, var card) ->
                    at(id, card, new Position(x, y, rotation))
                            .standing(status, session, occupiedSince, now);
            case TableMoved(_, var to) ->
                    new LiveTable(
                            id,
                            number,
                            label,
                            seats,
                            space,
                            shape,
                            to.x(),
                            to.y(),
                            to.rotation(),
                            status,
                            session,
                            occupiedSince,
                            now);
            case QrCodeRevoked _ -> standing(status, session, occupiedSince, now);
            case TableMarked(_, var as) -> standing(as, null, null, now);
            case TableOccupied(_, var party) ->
                    standing(TableStatus.OCCUPIED, party.value(), at, now);
            case TableFreed _ -> standing(TableStatus.AVAILABLE, null, null, now);
            case TableRemoved _ -> standing(status, null, null, now);
        };
    }

    private static LiveTable at(String id, TableCard card, Position position) {
        return new LiveTable(
                id,
                card.number(),
                card.label(),
                card.seats(),
                card.space(),
                card.shape(),
                position.x(),
                position.y(),
                position.rotation(),
                TableStatus.AVAILABLE,
                null,
                null,
                0);
    }

    private LiveTable standing(
            TableStatus as, @Nullable String party, @Nullable Instant since, long now) {
        return new LiveTable(
                id, number, label, seats, space, shape, x, y, rotation, as, party, since, now);
    }
}
