package pe.comanda.boot.axon;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a history that this version cannot read in full. Axon would skip an event
 * whose type it does not know, silently, and every projection would be wrong from there on.
 */
@Component
@ConditionalOnProperty(
        name = "comanda.event-store",
        havingValue = "postgres",
        matchIfMissing = true)
class StoredEventsCheck implements SmartLifecycle {
    /** A loose index scan: as many steps as there are types, however long the history is. */
    private static final String TYPES =
            """
            with recursive types as (
                (select payload_type from domain_event order by payload_type limit 1)
                union all
                select (select payload_type from domain_event where payload_type > types.payload_type
                        order by payload_type limit 1)
                from types where types.payload_type is not null
            )
            select payload_type from types where payload_type is not null
            """;

    private final JdbcTemplate sql;
    private volatile boolean checked;

    StoredEventsCheck(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public void start() {
        var unknown = EventSerializer.unknownAmong(sql.queryForList(TYPES, String.class));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "The event log holds types that this version does not know: "
                            + unknown
                            + ". Start the version that wrote them, or add an upcaster.");
        }
        checked = true;
    }

    @Override
    public void stop() {
        checked = false;
    }

    @Override
    public boolean isRunning() {
        return checked;
    }

    /** Before any processor reads. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
