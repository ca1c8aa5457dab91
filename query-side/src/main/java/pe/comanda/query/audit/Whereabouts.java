package pe.comanda.query.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Where in the log an instant lies. Events are stored almost in the order in which they happened,
 * so a few looks at the primary key find it, where an index by time would have to be kept.
 */
@Component
class Whereabouts {
    /**
     * By how much the order of the log and that of the clocks may differ: a transaction ends after
     * half a minute, and nodes keep their clocks by NTP.
     */
    static final Duration SKEW = Duration.ofMinutes(5);

    private final JdbcClient sql;

    Whereabouts(JdbcClient sql) {
        this.sql = sql;
    }

    private record Seen(long position, Instant at) {
        static Seen of(ResultSet row, int number) throws SQLException {
            return new Seen(row.getLong("position"), row.getTimestamp("at").toInstant());
        }
    }

    /** Nothing that happened at this instant or later has a lower position. */
    long lowest(String organization, Instant since) {
        return first(organization, since.minus(SKEW), end(organization));
    }

    /**
     * Nothing that happened before this instant has this position or a higher one, nor will have:
     * it may be asked for once and kept.
     */
    long beyond(String organization, Instant until) {
        long end = end(organization);
        long first = first(organization, until.plus(SKEW), end);
        return first < end ? first : Long.MAX_VALUE;
    }

    private long end(String organization) {
        return 1
                + sql.sql(
                                "select coalesce(max(position), -1) from audit_entry where organization_id = ?")
                        .param(organization)
                        .query(Long.class)
                        .single();
    }

    /** The first position from which on everything is as late as this, as far as is looked. */
    private long first(String organization, Instant instant, long end) {
        long low = 0;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            var seen = at(organization, middle);
            if (seen != null && seen.at().isBefore(instant)) {
                low = seen.position() + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private @Nullable Seen at(String organization, long position) {
        return sql.sql(
                        """
                        select position, at from audit_entry
                        where organization_id = ? and position >= ? order by position limit 1
                        """)
                .params(organization, position)
                .query(Seen::of)
                .optional()
                .orElse(null);
    }
}
