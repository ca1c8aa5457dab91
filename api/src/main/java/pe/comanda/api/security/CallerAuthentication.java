package pe.comanda.api.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import pe.comanda.domain.access.Caller;

import java.util.List;

/** Who was recognized. What they may do is decided by permission, so there are no authorities. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient Caller caller;
    private final String session;

    /**
     * @param session the refresh family or the table session, empty for visitors
     */
    CallerAuthentication(Caller caller, String session) {
        super(List.of());
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
}
