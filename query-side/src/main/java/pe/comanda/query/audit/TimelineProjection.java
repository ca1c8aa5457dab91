package pe.comanda.query.audit;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.Views;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Files every event under who, where, when and why, so that it is found by any of them, as it is
 * stored. One statement a batch.
 */
@Component
@ProcessingGroup(Views.AUDIT)
class TimelineProjection {
    private static final String BATCH = "timeline-batch";
    private static final String INSERT =
            """
            insert into audit_entry (position, event_id, organization_id, branch_id, at, type, aggregate_id, version,
                actor, role, device, address, reason, cause, correlation, payload)
            select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict do nothing
            """;

    private final JdbcTemplate sql;
    private final List<Field> fields;

    TimelineProjection(JdbcTemplate sql, @Qualifier("eventSerializer") Serializer stored) {
        this.sql = sql;
        this.fields =
                List.of(
                        new Field("bigint", Row::position),
                        text(DomainEventMessage::getIdentifier),
                        metadata(MetadataKey.ORGANIZATION),
                        nullable(MetadataKey.BRANCH),
                        text(message -> message.getTimestamp().toString()),
                        text(message -> EventFamilies.nameOf(message.getPayloadType()).orElse("?")),
                        text(DomainEventMessage::getAggregateIdentifier),
                        new Field("bigint", row -> row.message().getSequenceNumber()),
                        metadata(MetadataKey.ACTOR),
                        metadata(MetadataKey.ROLE),
                        metadata(MetadataKey.DEVICE),
                        metadata(MetadataKey.ADDRESS),
                        nullable(MetadataKey.REASON),
                        metadata(MetadataKey.CAUSE),
                        metadata(MetadataKey.CORRELATION),
                        text(message -> message.serializePayload(stored, String.class).getData()));
    }

    private record Row(long position, DomainEventMessage<?> message) {}

    /** A column, in the order of the statement, and what stands there for an event. */
    private record Field(String type, Function<Row, @Nullable Object> of) {}

    @EventHandler(payloadType = DomainEvent.class)
    void on(DomainEventMessage<?> message, TrackingToken token) {
        List<Row> rows = PerBatch.own(BATCH, ArrayList::new, this::write);
        rows.add(new Row(token.position().orElse(-1), message));
    }

    @ResetHandler
    void reset() {
        sql.update("delete from audit_entry");
    }

    private void write(List<Row> rows) {
        var unused =
                sql.execute(
                        INSERT,
                        (PreparedStatementCallback<Integer>)
                                statement -> {
                                    int column = 0;
                                    for (var field : fields) {
                                        var values = rows.stream().map(field.of()).toArray();
                                        statement.setArray(
                                                ++column,
                                                statement
                                                        .getConnection()
                                                        .createArrayOf(field.type(), values));
                                    }
                                    return statement.executeUpdate();
                                });
    }

    private static Field metadata(String key) {
        return text(message -> String.valueOf(message.getMetaData().getOrDefault(key, "")));
    }

    private static Field nullable(String key) {
        return text(message -> (String) message.getMetaData().get(key));
    }

    private static Field text(Function<DomainEventMessage<?>, @Nullable Object> of) {
        return new Field("text", row -> of.apply(row.message()));
    }
}
