package pe.comanda.domain.floor;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

import java.time.Instant;

/**
 * Everything one can ask of a table session.
 *
 * <p>Guests: 1 to 200, or null where nobody has counted. {@code at} is the moment of asking.
 */
public sealed interface TableSessionCommand extends Command {
    TableSessionId session();

    Instant at();

    @Override
    default TableSessionId target() {
        return session();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case RequestSession _ -> Permission.SESSIONS_REQUEST;
            case SeatWalkIn _, ApproveSession _, RejectSession _, EndSession _ ->
                    Permission.TABLES_UPDATE;
            case ForceEndSession _ -> Permission.TABLES_FORCE;
            case CloseSession _, ExpireSession _ -> Permission.INTERNAL;
        };
    }

    /** A diner has scanned the table's code: {@code token} is what it said. */
    record RequestSession(
            TableSessionId session,
            TableId table,
            String token,
            @Nullable Integer guests,
            Instant at)
            implements TableSessionCommand {}

    /** Staff seat a party that came without scanning anything. */
    record SeatWalkIn(TableSessionId session, TableId table, @Nullable Integer guests, Instant at)
            implements TableSessionCommand {}

    record ApproveSession(TableSessionId session, Instant at) implements TableSessionCommand {}

    /** Reason: up to 200 characters, may be empty. */
    record RejectSession(TableSessionId session, String reason, Instant at)
            implements TableSessionCommand {}

    /** Refused while orders of the session are open. */
    record EndSession(TableSessionId session, Instant at) implements TableSessionCommand {}

    /** Ends it whatever is open; what is open stays to be paid or cancelled. Reason: 5 to 500. */
    record ForceEndSession(TableSessionId session, String reason, Instant at)
            implements TableSessionCommand {}

    /**
     * All of its orders are done. Who sends it has counted them, in a batch that nobody else can
     * look into yet.
     */
    record CloseSession(TableSessionId session, Instant at) implements TableSessionCommand {}

    /** Its time is over: ten minutes without approval, or eight hours with nothing open. */
    record ExpireSession(TableSessionId session, Instant at) implements TableSessionCommand {}
}
