package pe.comanda.api.security;

import static pe.comanda.api.security.PasswordRule.PASSWORD_TOO_LONG;
import static pe.comanda.api.security.PasswordRule.PASSWORD_TOO_SHORT;
import static pe.comanda.api.shared.EdgeRule.UNAVAILABLE;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import pe.comanda.domain.identity.PasswordHash;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and compares passwords. Each takes 16 MiB and a tenth of a second on purpose, so no more
 * run at once than there are processors; who waits longer than five seconds is sent away.
 */
@Component
public class Passwords {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    private final PasswordEncoder encoder;
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private volatile @Nullable String nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** The hash of a new password of 8 to 128 characters. */
    public PasswordHash hash(String password) {
        PASSWORD_TOO_SHORT.require(password.length() >= SHORTEST, "least", SHORTEST);
        PASSWORD_TOO_LONG.require(password.length() <= LONGEST, "most", LONGEST);
        return new PasswordHash(inTurn(() -> encoded(password)));
    }

    /** Takes as long where there is no hash to compare with: nobody learns which e-mails exist. */
    boolean matches(String password, @Nullable String hash) {
        var known = password.length() <= LONGEST ? password : "";
        return inTurn(
                () -> {
                    boolean same = encoder.matches(known, hash == null ? nobodys() : hash);
                    return same && hash != null && password.length() <= LONGEST;
                });
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private String nobodys() {
        var hash = nobodys;
        if (hash == null) {
            hash = encoded("the password of nobody at all");
            nobodys = hash;
        }
        return hash;
    }

    private String encoded(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash was made");
        }
        return hash;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            UNAVAILABLE.require(turns.tryAcquire(5, TimeUnit.SECONDS), "retryAfter", 5);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw UNAVAILABLE.broken("retryAfter", 5);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
