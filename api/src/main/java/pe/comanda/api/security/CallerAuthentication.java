package pe.comanda.api.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import pe.comanda.domain.access.Caller;

import java.time.Instant;
import java.util.List;

/** Who was recognized. What they may do is decided by permission, so there are no authorities. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient Caller caller;
    private final String session;
    private final transient Instant until;

    /**
     * @param session the refresh family or the table session, empty for visitors
     * @param until when the token behind it expires
     */
    CallerAuthentication(Caller caller, String session, Instant until) {
        super(List.of());
        this.until = until;
        this.caller = caller;
        this.session = session;
        super.setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    String session() {
        return session;
    }

    Instant until() {
        return until;
    }
}
