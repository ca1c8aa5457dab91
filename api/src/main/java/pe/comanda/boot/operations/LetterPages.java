package pe.comanda.boot.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.shared.Cursor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Dead letters as a person reads them, a page at a time: told from their rows, so that no event has
 * to be read to name it.
 */
@Component
class LetterPages {
    /** The most letters of one page. */
    static final int MOST = 500;

    private static final String PLACE =
            "enqueued_at, (event_identifier || processing_group) collate \"C\"";

    private final JdbcClient sql;

    LetterPages(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param sequence the aggregate's id; @param parked whether only a person can set it going
     *     again; @param tries so far
     */
    record Letter(
            String group,
            String sequence,
            String event,
            String eventId,
            String cause,
            Instant enqueuedAt,
            int tries,
            boolean parked) {
        /** A letter waits since its event could not be handled, once in each group. */
        Cursor place() {
            return new Cursor(enqueuedAt, eventId + group);
        }
    }

    /**
     * Those of one organization, or of all where none is named, oldest first.
     *
     * @param groups of which readers
     * @param after the place after which to go on; null: from the start
     */
    List<Letter> of(
            Collection<String> groups,
            @Nullable String organization,
            @Nullable Cursor after,
            int limit) {
        return sql.sql(
                        """
                        select processing_group, coalesce(aggregate_identifier, event_identifier) as sequence,
                            payload_type, event_identifier, cause_type, cause_message, enqueued_at,
                            coalesce((convert_from(diagnostics, 'UTF8')::jsonb ->> 'tries')::int, 0) as tries,
                            convert_from(diagnostics, 'UTF8')::jsonb ->> 'parked' is not null as put_aside
                        from dead_letter_entry
                        where processing_group = any(:groups) %s %s
                        order by %s limit :limit
                        """
                                .formatted(
                                        organization == null
                                                ? ""
                                                : "and letter_organization(meta_data) = :organization",
                                        after == null ? "" : "and (" + PLACE + ") > (:at, :id)",
                                        PLACE))
                .param("groups", groups.toArray(String[]::new))
                .param("organization", organization)
                .param("at", after == null ? null : Timestamp.from(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(LetterPages::letter)
                .list();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        var cause = row.getString("cause_type");
        int tries = row.getInt("tries");
        return new Letter(
                row.getString("processing_group"),
                row.getString("sequence"),
                row.getString("payload_type"),
                row.getString("event_identifier"),
                cause == null ? "after another" : cause + ": " + row.getString("cause_message"),
                row.getTimestamp("enqueued_at").toInstant(),
                tries,
                RetryThenPark.isParked(tries, row.getBoolean("put_aside")));
    }
}
