package pe.comanda.command.eventstore;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;

import pe.comanda.command.shared.Positions;
import pe.comanda.domain.shared.UnitOfWorkNote;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Axon's JDBC engine, with two differences: all events of a commit go in by one statement, which
 * answers their positions, so that a command can tell its caller how far a view must have read; and
 * commands that store nothing but events share a commit with others of the same moment.
 */
final class PostgresEventStorage extends JdbcEventStorageEngine implements Positions {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String POSITION = "comanda.position";
    private static final String SHARED = "comanda.shared-commit";

    private final SharedCommits sharedCommits;
    private final AtomicLong latest = new AtomicLong(-1);

    PostgresEventStorage(Builder builder, SharedCommits sharedCommits) {
        super(builder);
        this.sharedCommits = sharedCommits;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var rows = events.stream().map(event -> EventRow.of(event, serializer)).toList();
        try {
            var positions = mayShare() ? sharedCommits.store(rows) : insert(rows);
            stored(positions[positions.length - 1]);
        } catch (SQLException e) {
            throw translated(e, events.getFirst());
        }
    }

    private long[] insert(List<EventRow> rows) throws SQLException {
        var connection = getConnection();
        try {
            return EventRow.insert(rows, connection);
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
    }

    /**
     * Whether these events are all that their unit of work stores: a command by itself that ran no
     * statement. Its own transaction, which has not begun in the database, stays empty then.
     */
    private static boolean mayShare() {
        if (!CurrentUnitOfWork.isStarted()) {
            return false;
        }
        var unitOfWork = CurrentUnitOfWork.get();
        if (unitOfWork.root().resources().containsKey(SHARED)) {
            throw new IllegalStateException("The events of this command are on disk already");
        }
        boolean alone =
                unitOfWork.getMessage() instanceof CommandMessage<?>
                        && unitOfWork.root() == unitOfWork
                        && !unitOfWork.resources().containsKey(UnitOfWorkNote.OWN_TRANSACTION);
        if (alone) {
            unitOfWork.resources().put(SHARED, true);
        }
        return alone;
    }

    private void stored(long last) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get()
                    .root()
                    .resources()
                    .merge(POSITION, last, (a, b) -> Math.max((Long) a, (Long) b));
            CurrentUnitOfWork.get()
                    .root()
                    .afterCommit(_ -> latest.accumulateAndGet(last, Math::max));
        }
    }

    private RuntimeException translated(SQLException cause, EventMessage<?> first) {
        if (!UNIQUE_VIOLATION.equals(cause.getSQLState())) {
            return new EventStoreException("Events could not be stored", cause);
        }
        return first instanceof DomainEventMessage<?> event && event.getSequenceNumber() == 0
                ? new AggregateStreamCreationException(
                        "Aggregate exists: " + event.getAggregateIdentifier(), cause)
                : new ConcurrencyException("Somebody else was faster", cause);
    }

    @Override
    public long storedBy(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(POSITION, -1L);
    }

    @Override
    public long latest() {
        return latest.get();
    }
}
