package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Documents that wait their turn at SUNAT's door, first come first served by issuer. */
@Component
class SubmissionLine {
    private final JdbcClient sql;

    SubmissionLine(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Takes a place at the end; keeps the one that it has.
     *
     * @return whether nobody of the issuer waited before
     */
    boolean join(Attempt attempt) {
        var _ =
                sql.sql(
                                """
                                insert into submission_line (task, organization_id, branch_id, invoice_id,
                                    correlation, attempt, kind, sent, registered)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (task) do update set taken_until = null
                                """)
                        .params(
                                attempt.task(),
                                attempt.organization(),
                                attempt.branch(),
                                attempt.invoice(),
                                attempt.correlation(),
                                attempt.number(),
                                attempt.kind(),
                                attempt.sent(),
                                attempt.registered())
                        .update();
        return sql.sql(
                        """
                        select not exists (select from submission_line it where organization_id = ?
                            and place < (select place from submission_line where task = ?))
                        """)
                .params(attempt.organization(), attempt.task())
                .query(Boolean.class)
                .single();
    }

    /**
     * The next one.
     *
     * @param lease how long nobody else takes it
     */
    Optional<Attempt> next(String organization, Instant now, Duration lease) {
        return sql.sql(
                        """
                        update submission_line set taken_until = ? where task =
                            (select task from submission_line
                             where organization_id = ? and (taken_until is null or taken_until < ?)
                             order by place limit 1 for update skip locked)
                        returning *
                        """)
                .params(Timestamp.from(now.plus(lease)), organization, Timestamp.from(now))
                .query((row, _) -> attempt(row))
                .optional();
    }

    /** Its turn has been. */
    void leave(Attempt attempt) {
        var _ =
                sql.sql("delete from submission_line where task = ?")
                        .param(attempt.task())
                        .update();
    }

    boolean anyWaits(String organization) {
        return sql.sql("select exists (select from submission_line where organization_id = ?)")
                .param(organization)
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody waits whom nobody is at. */
    boolean anyIsFree(String organization, Instant now) {
        return sql.sql(
                        """
                        select exists (select from submission_line
                            where organization_id = ? and (taken_until is null or taken_until < ?))
                        """)
                .params(organization, Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getString("invoice_id"),
                row.getString("organization_id"),
                row.getString("branch_id"),
                row.getString("correlation"),
                row.getInt("attempt"),
                row.getString("kind"),
                row.getBoolean("sent"),
                row.getBoolean("registered"));
    }
}
