package pe.comanda.api.security;

import static pe.comanda.api.shared.EdgeRule.TOKEN_INVALID;
import static pe.comanda.api.shared.EdgeRule.UNAVAILABLE;
import static pe.comanda.domain.access.AccessRule.NOT_FOUND;
import static pe.comanda.domain.access.AccessRule.ORGANIZATION_SUSPENDED;
import static pe.comanda.domain.access.AccessRule.STAFF_NOT_ACTIVE;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import pe.comanda.api.security.AccessTokens.Token;
import pe.comanda.api.shared.Ids;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.tenancy.OrganizationId;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a caller of a request: what the token says, checked against what is true now. Somebody
 * disabled, demoted or moved is refused or limited with the next request.
 */
@Component
class Recognition {
    /** The platform's own people name the organization in which they act. */
    static final String ORGANIZATION = "Comanda-Organization";

    static final String DEVICE = "Comanda-Device";
    static final String CORRELATION = "X-Correlation-Id";
    private static final int LONGEST_DEVICE = 120;
    private static final Set<String> NONE = Set.of("none");
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final AccessTokens tokens;
    private final Revocations revocations;
    private final Actors actors;
    private final Ids ids;

    Recognition(AccessTokens tokens, Revocations revocations, Actors actors, Ids ids) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.actors = actors;
        this.ids = ids;
    }

    CallerAuthentication recognize(String text, HttpServletRequest request) {
        var token = tokens.verify(text);
        TOKEN_INVALID.require(!revocations.isOver(token.session()));
        return switch (token.type()) {
            case AccessTokens.STAFF -> staff(token, request);
            case AccessTokens.DINER -> diner(token, request);
            default -> throw TOKEN_INVALID.broken();
        };
    }

    /** Somebody without a token, on a route for everybody. */
    CallerAuthentication visitor(HttpServletRequest request) {
        return new CallerAuthentication(
                new Caller(
                        "",
                        null,
                        Set.of(),
                        "visitor",
                        Role.CUSTOMER,
                        null,
                        device(request),
                        request.getRemoteAddr(),
                        correlation(request)),
                "",
                Instant.MAX);
    }

    private CallerAuthentication staff(Token token, HttpServletRequest request) {
        TOKEN_INVALID.require(token.role() != Role.CUSTOMER && token.role() != Role.SYSTEM);
        var actor = actors.known(token.subject());
        STAFF_NOT_ACTIVE.require(
                actor.active()
                        && actor.role() == token.role()
                        && actor.organization().equals(token.organization()));
        ORGANIZATION_SUSPENDED.require(!actor.suspended());
        var named = request.getHeader(ORGANIZATION);
        return named != null && !named.isBlank() && token.role() == Role.SUPER_ADMIN
                ? guest(new OrganizationId(named.strip()), token, request)
                : person(actor.organization(), actor.branches(), token, request);
    }

    /** Somebody of the platform in an organization, suspended or not. */
    private CallerAuthentication guest(
            OrganizationId organization, Token token, HttpServletRequest request) {
        var standing =
                actors.standing(organization.value())
                        .orElseThrow(() -> NOT_FOUND.broken("organization", organization));
        return person(standing.organization(), standing.branches(), token, request);
    }

    /** Who reaches every branch is told which ones there are: none is not all. */
    private CallerAuthentication person(
            String organization, List<String> branches, Token token, HttpServletRequest request) {
        return new CallerAuthentication(
                new Caller(
                        organization,
                        null,
                        branches.isEmpty() ? NONE : Set.copyOf(branches),
                        token.subject(),
                        token.role(),
                        null,
                        device(request),
                        request.getRemoteAddr(),
                        correlation(request)),
                token.session(),
                token.expiresAt());
    }

    private CallerAuthentication diner(Token token, HttpServletRequest request) {
        TOKEN_INVALID.require(token.role() == Role.CUSTOMER && token.branches().size() == 1);
        // The token is ours, so there is such an organization: the view is behind, or rebuilt.
        var standing =
                actors.standing(token.organization())
                        .orElseThrow(() -> UNAVAILABLE.broken("retryAfter", 2));
        ORGANIZATION_SUSPENDED.require(!standing.suspended());
        return new CallerAuthentication(
                new Caller(
                        token.organization(),
                        token.branches().getFirst(),
                        Set.copyOf(token.branches()),
                        token.subject(),
                        Role.CUSTOMER,
                        token.session(),
                        device(request),
                        request.getRemoteAddr(),
                        correlation(request)),
                token.session(),
                token.expiresAt());
    }

    static String device(HttpServletRequest request) {
        var told = request.getHeader(DEVICE);
        var text =
                told == null || told.isBlank() ? request.getHeader(HttpHeaders.USER_AGENT) : told;
        if (text == null) {
            return "";
        }
        var clean = CONTROL.matcher(text.strip()).replaceAll("");
        return clean.length() > LONGEST_DEVICE ? clean.substring(0, LONGEST_DEVICE) : clean;
    }

    private String correlation(HttpServletRequest request) {
        var told = request.getHeader(CORRELATION);
        return told != null && WELL_FORMED.matcher(told).matches() ? told : ids.orNew(null, "req");
    }
}
