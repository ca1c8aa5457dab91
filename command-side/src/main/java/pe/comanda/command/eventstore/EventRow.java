package pe.comanda.command.eventstore;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** An event as the table {@code domain_event} keeps it. */
record EventRow(
        String id,
        String aggregate,
        long sequence,
        @Nullable String aggregateType,
        String at,
        String type,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata) {

    private static final String INSERT =
            """
            insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at,
                payload_type, payload_revision, payload, metadata)
            select unnest(?::text[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::text[]),
                unnest(?::text[]), unnest(?::text[]), unnest(?::bytea[]), unnest(?::bytea[])
            returning global_index
            """;

    static EventRow of(EventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, byte[].class);
        var domainEvent = event instanceof DomainEventMessage<?> d ? d : null;
        return new EventRow(
                event.getIdentifier(),
                domainEvent == null ? event.getIdentifier() : domainEvent.getAggregateIdentifier(),
                domainEvent == null ? 0 : domainEvent.getSequenceNumber(),
                domainEvent == null ? null : domainEvent.getType(),
                event.getTimestamp().toString(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                event.serializeMetaData(serializer, byte[].class).getData());
    }

    /** Inserts them by one statement. Answers their positions, in the order of the rows. */
    static long[] insert(List<EventRow> rows, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            int column = 0;
            for (var field : FIELDS) {
                statement.setArray(
                        ++column,
                        connection.createArrayOf(
                                field.type(),
                                rows.stream().map(field.of()).toArray(field.array())));
            }
            var positions = new long[rows.size()];
            try (var returned = statement.executeQuery()) {
                for (int i = 0; returned.next(); i++) {
                    positions[i] = returned.getLong(1);
                }
            }
            return positions;
        }
    }

    private record Field(
            String type, Function<EventRow, @Nullable Object> of, IntFunction<Object[]> array) {}

    private static final List<Field> FIELDS =
            List.of(
                    new Field("text", EventRow::id, String[]::new),
                    new Field("text", EventRow::aggregate, String[]::new),
                    new Field("bigint", EventRow::sequence, Long[]::new),
                    new Field("text", EventRow::aggregateType, String[]::new),
                    new Field("text", EventRow::at, String[]::new),
                    new Field("text", EventRow::type, String[]::new),
                    new Field("text", EventRow::revision, String[]::new),
                    new Field("bytea", EventRow::payload, byte[][]::new),
                    new Field("bytea", EventRow::metadata, byte[][]::new));
}
