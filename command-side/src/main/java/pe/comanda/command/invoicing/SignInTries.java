package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.CONNECTION_CHECKED_TOO_SOON;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.TaxOfficeConnection;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts who was turned away while trying: SUNAT does, and locks a SOL user after some wrong tries.
 * Kept in the database, because a restart makes SUNAT forget nothing.
 */
@Component
class SignInTries {
    /** Longer than any try: nobody begins another one beside it. */
    private static final Duration ONE_AT_A_TIME = Duration.ofMinutes(2);

    private final JdbcClient sql;

    SignInTries(JdbcClient sql) {
        this.sql = sql;
    }

    /** Refuses to try while the last one is under way, or was turned away not long ago. */
    void begin(String organization, Instant now) {
        var begun =
                sql.sql(
                                """
                                insert into sign_in_try (organization_id, turned_away, not_before) values (?, 0, ?)
                                on conflict (organization_id) do update set not_before = excluded.not_before
                                    where sign_in_try.not_before <= ?
                                """)
                        .params(
                                organization,
                                Timestamp.from(now.plus(ONE_AT_A_TIME)),
                                Timestamp.from(now))
                        .update();
        if (begun == 0) {
            refuse(notBefore(organization), now);
        }
    }

    static void refuse(Instant until, Instant now) {
        long wait = Math.max(1, Duration.between(now, until).toSeconds());
        throw CONNECTION_CHECKED_TOO_SOON.broken("retryAfter", wait);
    }

    void turnedAway(String organization, Instant now) {
        int times =
                sql.sql(
                                """
                                update sign_in_try set turned_away = turned_away + 1
                                where organization_id = ? returning turned_away
                                """)
                        .param(organization)
                        .query(Integer.class)
                        .single();
        wait(organization, now.plus(TaxOfficeConnection.patience(times)));
    }

    /** Nobody said no, nor yes: what was counted before stays. */
    void unanswered(String organization, Instant now) {
        wait(organization, now);
    }

    void letIn(String organization) {
        var _ =
                sql.sql("delete from sign_in_try where organization_id = ?")
                        .param(organization)
                        .update();
    }

    private void wait(String organization, Instant until) {
        var _ =
                sql.sql("update sign_in_try set not_before = ? where organization_id = ?")
                        .params(Timestamp.from(until), organization)
                        .update();
    }

    private Instant notBefore(String organization) {
        return sql.sql("select not_before from sign_in_try where organization_id = ?")
                .param(organization)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
