package pe.comanda.command.eventstore;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;

import pe.comanda.command.shared.Positions;
import pe.comanda.command.shared.Streams;
import pe.comanda.domain.shared.UnitOfWorkNote;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Axon's JDBC engine, with two differences: all events of a commit go in by one statement, which
 * answers their positions, so that a command can tell its caller how far a view must have read; and
 * commands that store nothing but events share a commit with others of the same moment.
 */
final class PostgresEventStorage extends JdbcEventStorageEngine implements Positions, Streams {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String POSITION = "comanda.position";
    private static final String NOT_THERE = "comanda.not-there";

    private static final String THERE =
            "select aggregate_id from domain_event where aggregate_id = any(?) and sequence_number = 0";

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
            var positions = mayShare() ? share(rows) : insert(rows);
            stored(positions[positions.length - 1]);
        } catch (SQLException e) {
            throw translated(e, events.getFirst());
        }
    }

    /** From here on the unit of work may store nothing: it would not be the same transaction. */
    private long[] share(List<EventRow> rows) throws SQLException {
        var positions = sharedCommits.store(rows);
        CurrentUnitOfWork.get().resources().put(UnitOfWorkNote.STORED, true);
        return positions;
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
        if (unitOfWork.root().resources().containsKey(UnitOfWorkNote.STORED)) {
            throw new IllegalStateException("The events of this command are on disk already");
        }
        return unitOfWork.getMessage() instanceof CommandMessage<?>
                && unitOfWork.root() == unitOfWork
                && !unitOfWork.resources().containsKey(UnitOfWorkNote.OWN_TRANSACTION);
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
    public void expect(Collection<String> aggregates) {
        var wanted = aggregates.toArray(String[]::new);
        Set<String> notThere =
                CurrentUnitOfWork.get()
                        .root()
                        .getOrComputeResource(NOT_THERE, _ -> new HashSet<>());
        var connection = getConnection();
        try (var statement = connection.prepareStatement(THERE)) {
            statement.setArray(1, connection.createArrayOf("text", wanted));
            notThere.addAll(aggregates);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    notThere.remove(found.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new EventStoreException("Aggregates could not be looked for", e);
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long firstSequenceNumber) {
        return isKnownNotToBeThere(aggregate)
                ? DomainEventStream.empty()
                : super.readEvents(aggregate, firstSequenceNumber);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return isKnownNotToBeThere(aggregate) ? Optional.empty() : super.readSnapshot(aggregate);
    }

    private static boolean isKnownNotToBeThere(String aggregate) {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get()
                        .root()
                        .<Set<String>>getOrDefaultResource(NOT_THERE, Set.of())
                        .contains(aggregate);
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
