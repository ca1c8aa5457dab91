package pe.comanda.query.audit;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.query.shared.PerBatch;
import pe.comanda.query.shared.Views;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * Files every event under who, where, when and why, so that it is found by any of them, as it is
 * stored. One statement a batch.
 */
@Component
@ProcessingGroup(Views.AUDIT)
class TimelineProjection {
    private static final String BATCH = "timeline-batch";
    private final JdbcTemplate sql;
    private final Serializer stored;

    TimelineProjection(JdbcTemplate sql, @Qualifier("eventSerializer") Serializer stored) {
        this.sql = sql;
        this.stored = stored;
    }

    private record Row(long position, DomainEventMessage<?> message) {}

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
        sql.batchUpdate(
                """
                insert into audit_entry (position, event_id, organization_id, branch_id, at, type, aggregate_id, version,
                    actor, role, device, address, reason, cause, correlation, payload)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                rows,
                200,
                (statement, row) -> {
                    var message = row.message();
                    var metadata = message.getMetaData();
                    statement.setLong(1, row.position());
                    statement.setString(2, message.getIdentifier());
                    statement.setString(3, text(metadata, MetadataKey.ORGANIZATION));
                    statement.setString(4, nullable(metadata, MetadataKey.BRANCH));
                    statement.setTimestamp(5, Timestamp.from(message.getTimestamp()));
                    statement.setString(
                            6, EventFamilies.nameOf(message.getPayloadType()).orElse("?"));
                    statement.setString(7, message.getAggregateIdentifier());
                    statement.setLong(8, message.getSequenceNumber());
                    statement.setString(9, text(metadata, MetadataKey.ACTOR));
                    statement.setString(10, text(metadata, MetadataKey.ROLE));
                    statement.setString(11, text(metadata, MetadataKey.DEVICE));
                    statement.setString(12, text(metadata, MetadataKey.ADDRESS));
                    statement.setString(13, nullable(metadata, MetadataKey.REASON));
                    statement.setString(14, text(metadata, MetadataKey.CAUSE));
                    statement.setString(15, text(metadata, MetadataKey.CORRELATION));
                    statement.setString(
                            16, message.serializePayload(stored, String.class).getData());
                });
    }

    private static String text(MetaData metadata, String key) {
        return String.valueOf(metadata.getOrDefault(key, ""));
    }

    private static @Nullable String nullable(MetaData metadata, String key) {
        return (String) metadata.get(key);
    }
}
