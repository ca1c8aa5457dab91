package pe.comanda.query.live;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

import pe.comanda.domain.floor.SessionStatus;
import pe.comanda.domain.floor.SessionView;
import pe.comanda.domain.floor.TableEvent;
import pe.comanda.domain.floor.TableEvent.*;
import pe.comanda.domain.floor.TableSessionEvent;
import pe.comanda.domain.live.MessageType;
import pe.comanda.domain.live.Rooms;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import java.util.List;

/** Tells of tables and of those who sit at them: to staff of the floor, and to the party itself. */
@Component
@ProcessingGroup(Views.LIVE)
class FloorFeed {
    private final LiveBatch batch;

    FloorFeed(LiveBatch batch) {
        this.batch = batch;
    }

    @EventHandler
    void on(TableSessionEvent event, EventMessage<?> message, @SequenceNumber long version) {
        var tenant = Tenant.of(message.getMetaData());
        var id = event.session().value();
        var party =
                PartyDraft.after(
                        event,
                        batch.now(Kind.SESSION, id, SessionView.class).orElse(null),
                        tenant,
                        message.getTimestamp(),
                        version);
        boolean stays =
                party.status() == SessionStatus.PENDING || party.status() == SessionStatus.ACTIVE;
        batch.tell(
                new Thing(
                        Kind.SESSION,
                        id,
                        tenant,
                        List.of(Rooms.FLOOR, Rooms.session(id), Rooms.service(party.table())),
                        party,
                        stays ? Standing.SHOWN : Standing.GONE),
                MessageType.SESSION_CHANGED,
                News.of(message));
    }

    @EventHandler
    void on(TableEvent event, EventMessage<?> message, @SequenceNumber long version) {
        var tenant = Tenant.of(message.getMetaData());
        var id = event.table().value();
        var table =
                event instanceof TableCreated created
                        ? LiveTable.of(created)
                        : batch.now(Kind.TABLE, id, LiveTable.class)
                                .orElseThrow()
                                .after(event, message.getTimestamp(), version);
        batch.tell(
                new Thing(
                        Kind.TABLE,
                        id,
                        tenant,
                        List.of(Rooms.FLOOR, Rooms.table(id)),
                        table,
                        event instanceof TableRemoved ? Standing.GONE : Standing.SHOWN),
                MessageType.TABLE_CHANGED,
                News.of(message));
    }

    @ResetHandler
    void reset() {
        batch.clear(Kind.SESSION);
        batch.clear(Kind.TABLE);
    }
}
