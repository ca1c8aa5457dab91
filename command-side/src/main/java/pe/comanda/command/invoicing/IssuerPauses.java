package pe.comanda.command.invoicing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * Issuers whose every document would fail: wrong credentials, a certificate that SUNAT does not
 * know. Trying on would lock the SOL user, so the whole issuer waits; its documents keep queueing.
 */
@Component
class IssuerPauses {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerPauses.class);

    /** Stand where SUNAT's code would stand. */
    private static final String HELD = "HELD";

    private static final String SICK = "SICK";

    private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient sql;

    IssuerPauses(JdbcClient sql) {
        this.sql = sql;
    }

    /** Until when the issuer waits; empty where it does not. */
    Optional<Instant> at(String organization, Instant now) {
        return sql.sql("select until from issuer_pause where organization_id = ? and until > ?")
                .params(organization, Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Until when it waits because SUNAT does not know who signs in (0101 to 0113). */
    Optional<Instant> ofWrongAccount(String organization, Instant now) {
        return sql.sql(
                        """
                        select until from issuer_pause
                        where organization_id = ? and until > ? and code between '0101' and '0113'
                        """)
                .params(organization, Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void pause(String organization, String code, String text, Instant until) {
        LOG.warn("SUNAT turns {} away ({} {}): it waits until {}", organization, code, text, until);
        var _ =
                sql.sql(
                                """
                                insert into issuer_pause (organization_id, code, text, until) values (?, ?, ?, ?)
                                on conflict (organization_id) do update
                                    set code = excluded.code, text = excluded.text, until = excluded.until
                                    where issuer_pause.code <> 'HELD' or excluded.code = 'HELD'
                                """)
                        .params(organization, code, text, Timestamp.from(until))
                        .update();
    }

    /** SUNAT does not answer as it should; never shortens a pause that stands. */
    void rest(String organization, String text, Instant until) {
        LOG.info("SUNAT is sick for {} ({}): nobody tries until {}", organization, text, until);
        var _ =
                sql.sql(
                                """
                                insert into issuer_pause (organization_id, code, text, until) values (?, ?, ?, ?)
                                on conflict (organization_id) do update
                                    set code = excluded.code, text = excluded.text, until = excluded.until
                                    where issuer_pause.until < excluded.until
                                """)
                        .params(organization, SICK, text, Timestamp.from(until))
                        .update();
    }

    /** Somebody wants the issuer to wait, until the same person wants it no more. */
    void hold(String organization, String reason) {
        pause(organization, HELD, reason, NO_END);
    }

    /** What was wrong has been mended; an issuer that somebody holds waits on. */
    void lift(String organization) {
        var _ =
                sql.sql("delete from issuer_pause where organization_id = ? and code <> ?")
                        .params(organization, HELD)
                        .update();
    }

    /** Nobody wants the issuer to wait any more. */
    void release(String organization) {
        var _ =
                sql.sql("delete from issuer_pause where organization_id = ?")
                        .param(organization)
                        .update();
    }
}
