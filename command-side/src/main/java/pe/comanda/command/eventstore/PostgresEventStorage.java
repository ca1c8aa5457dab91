package pe.comanda.command.eventstore;

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
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Positions;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Axon's JDBC engine, with one difference: all events of a commit go in by one statement, which
 * answers their positions. That saves round trips, and a command can tell its caller how far a view
 * must have read.
 */
final class PostgresEventStorage extends JdbcEventStorageEngine implements Positions {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String POSITION = "comanda.position";
    private static final String APPEND =
            """
            insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at,
                payload_type, payload_revision, payload, metadata)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
            returning global_index
            """;

    private final AtomicLong latest = new AtomicLong(-1);

    PostgresEventStorage(Builder builder) {
        super(builder);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        int count = events.size();
        var ids = new String[count];
        var aggregates = new String[count];
        var sequences = new Long[count];
        var types = new @Nullable String[count];
        var times = new String[count];
        var names = new String[count];
        var revisions = new @Nullable String[count];
        var payloads = new byte[count][];
        var metadata = new byte[count][];
        for (int i = 0; i < count; i++) {
            var event = events.get(i);
            var payload = event.serializePayload(serializer, byte[].class);
            ids[i] = event.getIdentifier();
            var domainEvent = event instanceof DomainEventMessage<?> d ? d : null;
            aggregates[i] =
                    domainEvent == null
                            ? event.getIdentifier()
                            : domainEvent.getAggregateIdentifier();
            sequences[i] = domainEvent == null ? 0L : domainEvent.getSequenceNumber();
            types[i] = domainEvent == null ? null : domainEvent.getType();
            times[i] = event.getTimestamp().toString();
            names[i] = payload.getType().getName();
            revisions[i] = payload.getType().getRevision();
            payloads[i] = payload.getData();
            metadata[i] = event.serializeMetaData(serializer, byte[].class).getData();
        }
        var connection = getConnection();
        try (var statement = connection.prepareStatement(APPEND)) {
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.setArray(2, connection.createArrayOf("text", aggregates));
            statement.setArray(3, connection.createArrayOf("bigint", sequences));
            statement.setArray(4, connection.createArrayOf("text", types));
            statement.setArray(5, connection.createArrayOf("text", times));
            statement.setArray(6, connection.createArrayOf("text", names));
            statement.setArray(7, connection.createArrayOf("text", revisions));
            statement.setArray(8, connection.createArrayOf("bytea", payloads));
            statement.setArray(9, connection.createArrayOf("bytea", metadata));
            long last = -1;
            try (var positions = statement.executeQuery()) {
                while (positions.next()) {
                    last = Math.max(last, positions.getLong(1));
                }
            }
            stored(last);
        } catch (SQLException e) {
            throw translated(e, events.getFirst());
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
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
