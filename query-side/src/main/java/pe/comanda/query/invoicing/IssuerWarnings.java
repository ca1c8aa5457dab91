package pe.comanda.query.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.FinanceQuery.Advice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What concerns all documents of an issuer: why they wait, and what will stop them soon. */
@Component
class IssuerWarnings {
    /**
     * How long before its end a certificate should be renewed: SUNAT has to register the new one.
     */
    static final Duration SOON = Duration.ofDays(30);

    private final JdbcClient sql;
    private final IssuerAlarms alarms;
    private final Advices advices;
    private final Clock clock;

    IssuerWarnings(JdbcClient sql, IssuerAlarms alarms, Advices advices, Clock clock) {
        this.sql = sql;
        this.alarms = alarms;
        this.advices = advices;
        this.clock = clock;
    }

    /** The most pressing first. */
    List<Advice> of(String organization) {
        var now = clock.instant();
        return Stream.of(
                        pause(organization, now).stream(),
                        certificateEnds(organization)
                                .flatMap(end -> certificate(end, now))
                                .stream(),
                        alarms.of(organization, now).stream())
                .flatMap(Function.identity())
                .map(advices::onIssuer)
                .toList();
    }

    /** Which warning a certificate is worth that ends then. */
    static Optional<String> certificate(Instant end, Instant now) {
        if (!now.isBefore(end)) {
            return Optional.of("CERTIFICATE_EXPIRED");
        }
        return now.plus(SOON).isAfter(end) ? Optional.of("CERTIFICATE_EXPIRES") : Optional.empty();
    }

    private Optional<String> pause(String organization, Instant now) {
        return sql.sql("select code from issuer_pause where organization_id = ? and until > ?")
                .params(organization, Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    private Optional<Instant> certificateEnds(String organization) {
        return sql.sql("select valid_until from fiscal_certificate where organization_id = ?")
                .param(organization)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
