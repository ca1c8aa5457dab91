package pe.comanda.boot.replay;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.EventFamilies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the event table in large stretches, by position and without a transaction around them, and
 * only the types of event that a view can take.
 */
@Component
@ConditionalOnProperty(
        name = "comanda.event-store",
        havingValue = "postgres",
        matchIfMissing = true)
class StraightLog {
    private static final String ROWS =
            """
            select global_index, event_id, aggregate_id, sequence_number, aggregate_type, occurred_at,
                payload_type, payload_revision, payload, metadata
            from domain_event
            where global_index > ? and global_index <= ? and global_index <> all(?) %s
            order by global_index limit ?
            """;

    private static final String ALL_ROWS = ROWS.formatted("");
    private static final String ROWS_OF_TYPES = ROWS.formatted("and payload_type = any(?)");

    private static final String MISSING =
            """
            select position from generate_series(greatest(?::bigint, 0), ?) position
            where not exists (select from domain_event where global_index = position)
            """;

    private static final String ANY =
            "select exists (select from domain_event where global_index = any(?))";

    /** As far behind its head Axon looks for gaps. */
    private static final long OLDEST_GAP = 10_000;

    private final JdbcTemplate sql;
    private final Serializer serializer;
    private final ObjectProvider<Configuration> axon;
    private final boolean upcast;
    private final int most;

    StraightLog(
            JdbcTemplate sql,
            @Qualifier("eventSerializer") Serializer serializer,
            ObjectProvider<Configuration> axon,
            ObjectProvider<EventUpcaster> upcasters,
            @Value("${comanda.replay.stretch:5000}") int most) {
        this.sql = sql;
        this.serializer = serializer;
        this.axon = axon;
        this.upcast = upcasters.stream().findAny().isPresent();
        this.most = most;
    }

    /**
     * What a view is given.
     *
     * @param names of the types that it can take; null: of any name, because the view takes all, or
     *     because an upcaster may rename them
     * @param parsed whether it looks into them. A view that takes whatever there is files it as it
     *     is stored
     */
    record Wanted(String @Nullable [] names, boolean parsed) {}

    Wanted wantedBy(EventHandlerInvoker view) {
        var all = EventFamilies.names();
        var names = all.stream().filter(name -> takes(view, name)).toArray(String[]::new);
        boolean everything = names.length == all.size();
        return new Wanted(upcast || everything ? null : names, !everything);
    }

    private static boolean takes(EventHandlerInvoker view, String name) {
        return EventFamilies.classOf(name).filter(view::canHandleType).isPresent();
    }

    /** How many positions a view's own reader would be busy with for seconds. */
    long worthIt() {
        return 4L * most;
    }

    /**
     * @param stored the view's token
     * @param whole whether it names every gap before its end. One that was made before the view
     *     read anything names none; then what is missing at this moment are the gaps
     */
    Optional<Course> course(@Nullable TrackingToken stored, boolean whole) {
        if (whole) {
            return Course.of(stored, List.of());
        }
        return Course.of(stored, List.of())
                .filter(course -> !holdsAny(course.passed()))
                .flatMap(course -> Course.of(stored, missingBefore(course.end())));
    }

    /** The transaction's commit comes back before it is on disk; later ones carry it with them. */
    void commitWithoutWaiting() {
        sql.execute("set local synchronous_commit = off");
    }

    private List<Long> missingBefore(long end) {
        return sql.queryForList(MISSING, Long.class, end - OLDEST_GAP, end - 1);
    }

    private boolean holdsAny(Collection<Long> positions) {
        return Boolean.TRUE.equals(
                sql.query(
                        connection -> {
                            var statement = connection.prepareStatement(ANY);
                            statement.setArray(
                                    1, connection.createArrayOf("bigint", positions.toArray()));
                            return statement;
                        },
                        row -> row.next() && row.getBoolean(1)));
    }

    /**
     * What comes after a position.
     *
     * @param width how many positions it may cover; where they hold too many events it covers fewer
     */
    Stretch after(long position, long width, Course course, Wanted wanted) {
        var names = wanted.names();
        long until = course.noGap(Math.min(course.end(), position + width));
        var rows =
                sql.query(
                        connection -> {
                            var statement =
                                    connection.prepareStatement(
                                            names == null ? ALL_ROWS : ROWS_OF_TYPES);
                            int column = 0;
                            statement.setLong(++column, position);
                            statement.setLong(++column, until);
                            statement.setArray(
                                    ++column,
                                    connection.createArrayOf(
                                            "bigint", course.gaps(position, until)));
                            if (names != null) {
                                statement.setArray(
                                        ++column, connection.createArrayOf("text", names));
                            }
                            statement.setInt(++column, most);
                            return statement;
                        },
                        (row, _) -> data(row, course));
        long end = rows.size() < most ? until : rows.getLast().position();
        return new Stretch(events(rows.stream().map(Row::event), wanted.parsed()), end);
    }

    private record Row(long position, TrackedDomainEventData<byte[]> event) {}

    /** As Axon's engine reads a row: an event that is no aggregate's has no aggregate. */
    private static Row data(ResultSet row, Course course) throws SQLException {
        long position = row.getLong("global_index");
        return new Row(
                position, new TrackedDomainEventData<>(course.at(position), new Stored(row)));
    }

    /** Its moment is the stored one; Axon cuts one that it is given to milliseconds. */
    private static final class Stored extends GenericDomainEventEntry<byte[]> {
        private final Instant at;

        Stored(ResultSet row) throws SQLException {
            super(
                    row.getString("aggregate_type"),
                    row.getString("event_id").equals(row.getString("aggregate_id"))
                            ? null
                            : row.getString("aggregate_id"),
                    row.getLong("sequence_number"),
                    row.getString("event_id"),
                    row.getString("occurred_at"),
                    row.getString("payload_type"),
                    row.getString("payload_revision"),
                    row.getBytes("payload"),
                    row.getBytes("metadata"));
            this.at = StoredInstant.of(row.getString("occurred_at"));
        }

        @Override
        public Instant getTimestamp() {
            return at;
        }
    }

    private List<TrackedEventMessage<?>> events(
            Stream<TrackedDomainEventData<byte[]>> rows, boolean parsed) {
        var events =
                EventUtils.upcastAndDeserializeTrackedEvents(
                                rows, serializer, axon.getObject().upcasterChain())
                        .toList();
        events.forEach(event -> parse(event, parsed));
        return events;
    }

    /** Here, while the view handles what came before. What cannot be parsed fails when handled. */
    private static void parse(TrackedEventMessage<?> event, boolean payload) {
        try {
            Objects.requireNonNull(event.getMetaData());
            if (payload) {
                Objects.requireNonNull(event.getPayload());
            }
        } catch (SerializationException _) {
            return;
        }
    }
}
