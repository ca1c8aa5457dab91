package pe.comanda.domain.floor;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.floor.TableCommand.FreeTable;
import pe.comanda.domain.floor.TableCommand.OccupyTable;
import pe.comanda.domain.shared.DomainEvent;

import java.time.Instant;
import java.util.Optional;

/** Everything that can have happened to a table session. Stored for ever. Nobody is named in it. */
public sealed interface TableSessionEvent extends DomainEvent {
    TableSessionId session();

    TableId table();

    /** What the table does in the same breath: both are true, or neither is. */
    default Optional<TableCommand> atTheTable() {
        return switch (this) {
            case SessionApproved _, WalkInSeated _ ->
                    Optional.of(new OccupyTable(table(), session()));
            case SessionEnded _ -> Optional.of(new FreeTable(table(), session()));
            case SessionExpired(_, _, var was) ->
                    was == SessionStatus.ACTIVE
                            ? Optional.of(new FreeTable(table(), session()))
                            : Optional.empty();
            case SessionRequested _, SessionRejected _ -> Optional.empty();
        };
    }

    /**
     * @param label what people call the table
     * @param until when it expires unless somebody approves it
     */
    record SessionRequested(
            TableSessionId session,
            TableId table,
            String label,
            @Nullable Integer guests,
            Instant until)
            implements TableSessionEvent {}

    /**
     * @param automatic nobody was asked: the branch approves every request
     * @param until when it expires if nothing is open then
     */
    record SessionApproved(TableSessionId session, TableId table, boolean automatic, Instant until)
            implements TableSessionEvent {}

    record WalkInSeated(
            TableSessionId session,
            TableId table,
            String label,
            @Nullable Integer guests,
            Instant until)
            implements TableSessionEvent {}

    record SessionRejected(TableSessionId session, TableId table, String reason)
            implements TableSessionEvent {}

    /**
     * @param was pending or active
     */
    record SessionExpired(TableSessionId session, TableId table, SessionStatus was)
            implements TableSessionEvent {}

    /**
     * @param openOrders how many were still open: zero unless it was forced
     */
    record SessionEnded(
            TableSessionId session, TableId table, SessionEnd how, String reason, int openOrders)
            implements TableSessionEvent {}
}
