package pe.comanda.query.live;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.floor.SessionEnd;
import pe.comanda.domain.floor.SessionStatus;
import pe.comanda.domain.floor.SessionView;
import pe.comanda.domain.floor.TableSessionEvent;
import pe.comanda.domain.floor.TableSessionEvent.*;
import pe.comanda.query.shared.Tenant;

import java.time.Instant;
import java.util.Objects;

/** What an event makes of a table session, as people look at it. */
final class PartyDraft {
    private PartyDraft() {}

    static SessionView after(
            TableSessionEvent event,
            @Nullable SessionView before,
            Tenant tenant,
            Instant at,
            long version) {
        return switch (event) {
            case SessionRequested(var id, var table, var label, var guests, var until) ->
                    new SessionView(
                            id.value(),
                            tenant.organization(),
                            tenant.branch(),
                            table.value(),
                            label,
                            SessionStatus.PENDING,
                            guests,
                            false,
                            at,
                            null,
                            null,
                            until,
                            null,
                            "",
                            version);
            case WalkInSeated(var id, var table, var label, var guests, var until) ->
                    new SessionView(
                            id.value(),
                            tenant.organization(),
                            tenant.branch(),
                            table.value(),
                            label,
                            SessionStatus.ACTIVE,
                            guests,
                            true,
                            at,
                            at,
                            null,
                            until,
                            null,
                            "",
                            version);
            case SessionApproved(_, _, _, var until) -> {
                var v = Objects.requireNonNull(before);
                yield new SessionView(
                        v.id(),
                        v.organization(),
                        v.branch(),
                        v.table(),
                        v.tableLabel(),
                        SessionStatus.ACTIVE,
                        v.guests(),
                        v.walkIn(),
                        v.requestedAt(),
                        at,
                        null,
                        until,
                        null,
                        "",
                        version);
            }
            case SessionRejected(_, _, var reason) ->
                    over(before, SessionStatus.REJECTED, null, reason, at, version);
            case SessionExpired _ -> over(before, SessionStatus.EXPIRED, null, "", at, version);
            case SessionEnded(_, _, var how, var reason, _) ->
                    over(before, SessionStatus.ENDED, how, reason, at, version);
        };
    }

    private static SessionView over(
            @Nullable SessionView before,
            SessionStatus as,
            @Nullable SessionEnd how,
            String reason,
            Instant at,
            long version) {
        var v = Objects.requireNonNull(before);
        return new SessionView(
                v.id(),
                v.organization(),
                v.branch(),
                v.table(),
                v.tableLabel(),
                as,
                v.guests(),
                v.walkIn(),
                v.requestedAt(),
                v.startedAt(),
                at,
                v.until(),
                how,
                reason,
                version);
    }
}
