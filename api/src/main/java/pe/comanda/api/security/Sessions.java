package pe.comanda.api.security;

import static pe.comanda.api.shared.EdgeRule.REFRESH_TOKEN_INVALID;
import static pe.comanda.api.shared.EdgeRule.REFRESH_TOKEN_REUSED;

import org.springframework.stereotype.Component;

import pe.comanda.domain.access.TenantScope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Sign-ins and their refresh tokens. A refresh token is good once. Whoever shows one a second time
 * may have stolen it, or may have been stolen from: the whole family ends, for both.
 */
@Component
class Sessions {
    static final Duration LIFE = Duration.ofDays(7);
    private static final int BYTES = 32;

    private final SessionTable table;
    private final Revocations revocations;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionTable table, Revocations revocations, Clock clock) {
        this.table = table;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** A refresh token, and whose. */
    record Opened(String family, String staff, String organization, String refreshToken) {}

    Opened open(String staff, String organization, String device, String address) {
        var family = "family-" + text(16);
        var token = text(BYTES);
        var now = clock.instant();
        TenantScope.run(
                organization,
                () ->
                        table.open(
                                new SessionTable.Family(family, staff, organization),
                                digest(token),
                                device,
                                address,
                                now,
                                now.plus(LIFE)));
        return new Opened(family, staff, organization, token);
    }

    /** Whose a refresh token is, whether it is still good or not. */
    Optional<String> staffOf(String token) {
        return everywhere(() -> table.staffOf(digest(token)));
    }

    /** A new token for the old one. Refuses one that is unknown, over, or used before. */
    Opened renew(String token) {
        var next = text(BYTES);
        var now = clock.instant();
        var outcome =
                everywhere(() -> table.exchange(digest(token), digest(next), now, now.plus(LIFE)));
        return switch (outcome) {
            case SessionTable.Exchanged(var family) ->
                    new Opened(family.id(), family.staff(), family.organization(), next);
            case SessionTable.Reused(var family) -> {
                revocations.endSession(
                        family.organization(), family.id(), "refresh token used twice");
                throw REFRESH_TOKEN_REUSED.broken();
            }
            case SessionTable.Unknown _ -> throw REFRESH_TOKEN_INVALID.broken();
        };
    }

    /** Logs out one device. */
    void end(String organization, String family, String because) {
        TenantScope.run(organization, () -> table.end(family, because, clock.instant()));
        revocations.endSession(organization, family, because);
    }

    /** Logs out every device of a person. */
    void endAllOf(String organization, String staff, String because) {
        var ended = everywhere(() -> table.endAllOf(staff, because, clock.instant()));
        for (var family : ended) {
            revocations.endSession(organization, family, because);
        }
        revocations.endAllOf(organization, staff, because);
    }

    private String text(int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** A refresh token does not say whose it is, so it is looked for among all tenants'. */
    private static <T> T everywhere(Callable<T> work) {
        try {
            return TenantScope.call(TenantScope.ALL, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
