package pe.comanda.api.security;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import java.time.Instant;

/** For what outlives a request: a socket asks here whether the sign-in behind it goes on. */
@Component
public class SessionsOver {
    private final Revocations revocations;

    SessionsOver(Revocations revocations) {
        this.revocations = revocations;
    }

    /** The sign-in or the table session of a request; empty for visitors. */
    public static String originOf(Authentication authentication) {
        return authentication instanceof CallerAuthentication who ? who.session() : "";
    }

    /** When the token of a request expires; what it opened must not outlast it. */
    public static Instant expiryOf(Authentication authentication) {
        return authentication instanceof CallerAuthentication who ? who.until() : Instant.EPOCH;
    }

    public boolean isOver(String origin) {
        return revocations.isOver(origin);
    }
}
