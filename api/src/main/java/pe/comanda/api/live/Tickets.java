package pe.comanda.api.live;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.TenantScope;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One-use tickets for sockets. A browser cannot send a header with a handshake, and a token in an
 * address ends up in logs; a ticket that is worth nothing after its first use, or after 30 seconds,
 * may end up where it likes.
 */
@Component
class Tickets {
    static final Duration LIFE = Duration.ofSeconds(30);
    private final JdbcTemplate sql;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tickets(JdbcTemplate sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    String issue(Ticket ticket) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        TenantScope.run(
                ticket.organization(),
                () ->
                        sql.update(
                                "insert into live_ticket (digest, organization_id, body, expires_at) values (?, ?, ?, ?)",
                                digest(code),
                                ticket.organization(),
                                json.writeValueAsString(ticket),
                                Timestamp.from(clock.instant().plus(LIFE))));
        return code;
    }

    /** Takes the ticket: whoever comes second finds none. */
    Optional<Ticket> take(String code) throws Exception {
        var now = Timestamp.from(clock.instant());
        return TenantScope.call(
                TenantScope.ALL,
                () -> {
                    sql.update("delete from live_ticket where expires_at < ?", now);
                    return sql
                            .query(
                                    "delete from live_ticket where digest = ? returning body",
                                    (row, _) -> json.readValue(row.getString(1), Ticket.class),
                                    digest(code))
                            .stream()
                            .findFirst();
                });
    }

    /**
     * Makes unused tickets worthless: of an organization, of one of its people, or of one sign-in.
     */
    void forget(String organization, @Nullable String actor, @Nullable String origin) {
        TenantScope.run(
                organization,
                () ->
                        sql.update(
                                """
                                delete from live_ticket where organization_id = ?
                                    and (?::text is null or body::jsonb ->> 'actor' = ?)
                                    and (?::text is null or body::jsonb ->> 'origin' = ?)
                                """,
                                organization,
                                actor,
                                actor,
                                origin,
                                origin));
    }

    private static String digest(String code) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
