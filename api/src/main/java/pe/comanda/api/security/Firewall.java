package pe.comanda.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

import pe.comanda.api.shared.EdgeRule;
import pe.comanda.api.shared.Problems;

import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Turns away what could be read in two ways: a path with an empty step ({@code //}, an id left
 * empty), with {@code ..}, {@code ;} or an encoded slash; a method or header that is none. It is
 * Spring's own, which asks a regular expression about every header each time it is read: plain text
 * needs none.
 */
@Component
final class Firewall extends StrictHttpFirewall {
    private static final Predicate<String> ASSIGNED =
            Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*").asMatchPredicate();

    Firewall() {
        setAllowedHeaderValues(value -> isPlain(value) || ASSIGNED.test(value));
        // No text in the database holds it: PostgreSQL breaks over it.
        setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        try {
            return super.getFirewalledRequest(request);
        } catch (RequestRejectedException e) {
            throw new AtFirstSight(e);
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Rejected for its first line, before any header was read. */
    private static final class AtFirstSight extends RequestRejectedException {
        AtFirstSight(RequestRejectedException cause) {
            super("Rejected for its first line");
            initCause(cause);
        }
    }

    /**
     * Tells whoever was turned away why, as any other refusal is told. The firewall's own words are
     * not repeated: they may hold the value of a header.
     */
    @Component
    static final class TurnedAway implements RequestRejectedHandler {
        private static final Set<String> METHODS =
                Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
        private final Problems problems;

        TurnedAway(Problems problems) {
            this.problems = problems;
        }

        @Override
        public void handle(
                HttpServletRequest request,
                HttpServletResponse response,
                RequestRejectedException rejected)
                throws IOException {
            problems.write(ruleOf(request, rejected).broken(), response);
        }

        private static EdgeRule ruleOf(
                HttpServletRequest request, RequestRejectedException rejected) {
            if (!METHODS.contains(request.getMethod())) {
                return EdgeRule.METHOD_NOT_ALLOWED;
            }
            return rejected instanceof AtFirstSight
                    ? EdgeRule.PATH_MALFORMED
                    : EdgeRule.VALUE_INVALID;
        }
    }
}
