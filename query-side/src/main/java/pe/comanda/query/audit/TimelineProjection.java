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
import org.springframework.stereotype.Component;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.query.shared.ManyRows;
import pe.comanda.query.shared.ManyRows.Column;
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
            select position, event, organization, branch, at::timestamptz, type, aggregate, version,
                actor, role, device, address, reason, cause, correlation, convert_from(payload, 'UTF8')
            from rows
            """;

    private final JdbcTemplate sql;
    private final ManyRows<Row> entries;

    TimelineProjection(JdbcTemplate sql, @Qualifier("eventSerializer") Serializer stored) {
        this.sql = sql;
        this.entries =
                new ManyRows<>(
                        INSERT,
                        ManyRows.bigint("position", Row::position),
                        text("event", DomainEventMessage::getIdentifier),
                        metadata("organization", MetadataKey.ORGANIZATION),
                        nullable("branch", MetadataKey.BRANCH),
                        text("at", message -> message.getTimestamp().toString()),
                        text(
                                "type",
                                message ->
                                        EventFamilies.nameOf(message.getPayloadType()).orElse("?")),
                        text("aggregate", DomainEventMessage::getAggregateIdentifier),
                        ManyRows.bigint("version", row -> row.message().getSequenceNumber()),
                        metadata("actor", MetadataKey.ACTOR),
                        metadata("role", MetadataKey.ROLE),
                        metadata("device", MetadataKey.DEVICE),
                        metadata("address", MetadataKey.ADDRESS),
                        nullable("reason", MetadataKey.REASON),
                        metadata("cause", MetadataKey.CAUSE),
                        metadata("correlation", MetadataKey.CORRELATION),
                        ManyRows.utf8(
                                "payload",
                                row ->
                                        row.message()
                                                .serializePayload(stored, byte[].class)
                                                .getData()));
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
        entries.write(rows, sql);
    }

    private static Column<Row, String> metadata(String name, String key) {
        return text(name, message -> String.valueOf(message.getMetaData().getOrDefault(key, "")));
    }

    private static Column<Row, String> nullable(String name, String key) {
        return text(name, message -> (String) message.getMetaData().get(key));
    }

    private static Column<Row, String> text(
            String name, Function<DomainEventMessage<?>, @Nullable String> of) {
        return ManyRows.text(name, row -> of.apply(row.message()));
    }
}
