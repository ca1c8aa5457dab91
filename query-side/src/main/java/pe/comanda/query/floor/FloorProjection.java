package pe.comanda.query.floor;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.domain.floor.QrCode;
import pe.comanda.domain.floor.SessionStatus;
import pe.comanda.domain.floor.TableEvent;
import pe.comanda.domain.floor.TableEvent.*;
import pe.comanda.domain.floor.TableSessionEvent;
import pe.comanda.domain.floor.TableSessionEvent.*;
import pe.comanda.domain.floor.TableStatus;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import java.time.Instant;

/** Follows tables and those who sit at them. */
@Component
@ProcessingGroup(Views.FLOOR)
class FloorProjection {
    private final TableRows tables;
    private final QrCodeRows codes;
    private final SessionRows sessions;

    FloorProjection(TableRows tables, QrCodeRows codes, SessionRows sessions) {
        this.tables = tables;
        this.codes = codes;
        this.sessions = sessions;
    }

    @EventHandler
    void on(
            TableEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var tenant = Tenant.of(metadata);
        var id = event.table().value();
        var row =
                event instanceof TableCreated
                        ? new TableRow(id, tenant)
                        : tables.findById(id).orElseThrow();
        var changed =
                switch (event) {
                    case TableCreated(_, var card, var position, var code) -> {
                        printed(code, id, tenant);
                        yield row.bearing(card).standing(position).reachedBy(code);
                    }
                    case TableChanged(_, var card) -> row.bearing(card);
                    case TableMoved(_, var position) -> row.standing(position);
                    case QrCodeRevoked(_, var revoked, var code) -> {
                        revoked(revoked);
                        printed(code, id, tenant);
                        yield row.reachedBy(code);
                    }
                    case TableMarked(_, var as) -> row.marked(as);
                    case TableOccupied(_, var session) -> row.occupied(session.value(), at);
                    case TableFreed _ -> row.marked(TableStatus.AVAILABLE);
                    case TableRemoved _ -> row.removed();
                };
        var unused = tables.save(changed.at(version));
    }

    @EventHandler
    void on(
            TableSessionEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var id = event.session().value();
        var row =
                event instanceof SessionRequested || event instanceof WalkInSeated
                        ? new SessionRow(id, Tenant.of(metadata), at)
                        : sessions.findById(id).orElseThrow();
        var changed =
                switch (event) {
                    case SessionRequested(_, var table, var label, var guests, var until) ->
                            row.sitting(table.value(), label, guests, until);
                    case WalkInSeated(_, var table, var label, var guests, var until) ->
                            row.sitting(table.value(), label, guests, until).walkedIn(at);
                    case SessionApproved(_, _, _, var until) -> row.started(at, until);
                    case SessionRejected(_, _, var reason) ->
                            row.closed(SessionStatus.REJECTED, at, reason);
                    case SessionExpired _ -> row.closed(SessionStatus.EXPIRED, at, "");
                    case SessionEnded(_, _, var how, var reason, _) ->
                            row.closed(SessionStatus.ENDED, at, reason).ended(how);
                };
        var unused = sessions.save(changed.at(version));
    }

    @ResetHandler
    void reset() {
        sessions.deleteAllInBatch();
        codes.deleteAllInBatch();
        tables.deleteAllInBatch();
    }

    private void printed(QrCode code, String table, Tenant tenant) {
        var unused = codes.save(new QrCodeRow(code, table, tenant));
    }

    private void revoked(QrCode code) {
        codes.findById(code.token()).ifPresent(QrCodeRow::revoke);
    }
}
