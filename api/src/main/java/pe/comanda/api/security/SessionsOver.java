package pe.comanda.api.security;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

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

    public boolean isOver(String origin) {
        return revocations.isOver(origin);
    }
}
