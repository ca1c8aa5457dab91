package pe.comanda.api.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which routes need no token. Everything else under {@code /api} and {@code /actuator} does. */
final class Routes {
    private static final PathPatternRequestMatcher.Builder PATH =
            PathPatternRequestMatcher.withDefaults();

    /** Routes of the program that answer everybody. */
    static final RequestMatcher OPEN =
            new OrRequestMatcher(
                    PATH.matcher(HttpMethod.POST, "/api/v1/auth/register"),
                    PATH.matcher(HttpMethod.POST, "/api/v1/auth/login"),
                    PATH.matcher(HttpMethod.POST, "/api/v1/auth/refresh"),
                    PATH.matcher("/api/v1/public/**"),
                    PATH.matcher(HttpMethod.GET, "/actuator/health/**"));

    /**
     * Figures of the whole program: for whoever operates it, or for everybody where a setting says
     * so.
     */
    static final RequestMatcher METRICS =
            new OrRequestMatcher(
                    PATH.matcher("/actuator/prometheus"), PATH.matcher("/actuator/info"));

    /** What needs a token. */
    static final RequestMatcher GUARDED =
            new OrRequestMatcher(PATH.matcher("/api/**"), PATH.matcher("/actuator/**"));

    private Routes() {}

    static boolean isOpen(HttpServletRequest request) {
        return OPEN.matches(request);
    }
}
