package pe.comanda.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import pe.comanda.api.shared.EdgeRule;
import pe.comanda.api.shared.Problems;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.RuleViolated;

import java.io.IOException;

/** Recognizes whoever sends a token, and refuses a bad one where a token is needed. */
final class TokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private final Recognition recognition;
    private final Problems problems;

    TokenFilter(Recognition recognition, Problems problems) {
        this.recognition = recognition;
        this.problems = problems;
    }

    /** Files and sockets carry no tokens. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean open = Routes.isOpen(request);
        var token = bearer(request);
        try {
            var who = who(request, token, open);
            if (who != null) {
                SecurityContextHolder.getContext().setAuthentication(who);
                response.setHeader(Recognition.CORRELATION, who.getPrincipal().correlation());
            }
        } catch (RuleViolated refusal) {
            refuse(refusal, response);
            return;
        } catch (MalformedValue _) {
            refuse(EdgeRule.VALUE_INVALID.broken(), response);
            return;
        }
        chain.doFilter(request, response);
    }

    private @Nullable CallerAuthentication who(
            HttpServletRequest request, @Nullable String token, boolean open) {
        if (token == null) {
            return open ? recognition.visitor(request) : null;
        }
        if (!open) {
            return recognition.recognize(token, request);
        }
        try {
            return recognition.recognize(token, request);
        } catch (RuleViolated | MalformedValue _) {
            return recognition.visitor(request);
        }
    }

    private void refuse(RuleViolated refusal, HttpServletResponse response) throws IOException {
        if (refusal.rule() instanceof EdgeRule) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        problems.write(refusal, response);
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
