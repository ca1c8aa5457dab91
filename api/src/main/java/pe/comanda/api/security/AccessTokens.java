package pe.comanda.api.security;

import static pe.comanda.api.shared.EdgeRule.TOKEN_EXPIRED;
import static pe.comanda.api.shared.EdgeRule.TOKEN_INVALID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Role;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Makes and reads access tokens: JWT signed with ES256, and with nothing else. What was verified
 * once is remembered by its text, because verifying costs more than everything else at the door.
 */
@Component
class AccessTokens {
    static final String STAFF = "staff";
    static final String DINER = "diner";
    private static final int LONGEST_TEXT = 4096;

    private final SigningKeys keys;
    private final Clock clock;
    private final String issuer;
    private final Cache<String, Token> verified =
            Caffeine.newBuilder()
                    .maximumSize(50_000)
                    .expireAfterWrite(Duration.ofMinutes(15))
                    .build();

    AccessTokens(SigningKeys keys, Clock clock, @Value("${comanda.issuer:comanda}") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    /**
     * What a token says. Whether it is still true is another question.
     *
     * @param type staff or diner
     * @param session the refresh family of staff, the table session of a diner
     */
    record Token(
            String type,
            String subject,
            String organization,
            Role role,
            List<String> branches,
            String session,
            String keyId,
            Instant expiresAt) {
        Token {
            branches = List.copyOf(branches);
        }
    }

    String issue(
            String type,
            String subject,
            String organization,
            Role role,
            List<String> branches,
            String session,
            Duration life) {
        var key = keys.signing();
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(life)))
                        .claim("typ", type)
                        .claim("org", organization)
                        .claim("role", role.name())
                        .claim("branches", branches)
                        .claim("sid", session)
                        .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }

    /** What the token says; refuses one that we did not sign, that was changed, or that is over. */
    Token verify(String text) {
        TOKEN_INVALID.require(text.length() <= LONGEST_TEXT);
        var token = verified.getIfPresent(text);
        if (token == null) {
            token = read(text);
            TOKEN_EXPIRED.require(token.expiresAt().isAfter(clock.instant()));
            verified.put(text, token);
        }
        TOKEN_EXPIRED.require(token.expiresAt().isAfter(clock.instant()));
        return token;
    }

    /** After keys were distrusted. */
    void forget() {
        verified.invalidateAll();
    }

    private Token read(String text) {
        try {
            var jwt = SignedJWT.parse(text);
            var header = jwt.getHeader();
            TOKEN_INVALID.require(JWSAlgorithm.ES256.equals(header.getAlgorithm()));
            var id = header.getKeyID();
            var key = keys.verifying(id == null ? "" : id).orElseThrow(TOKEN_INVALID::broken);
            TOKEN_INVALID.require(jwt.verify(new ECDSAVerifier(key)));
            var claims = jwt.getJWTClaimsSet();
            TOKEN_INVALID.require(issuer.equals(claims.getIssuer()));
            return new Token(
                    claims.getStringClaim("typ"),
                    claims.getSubject(),
                    claims.getStringClaim("org"),
                    Role.valueOf(claims.getStringClaim("role")),
                    claims.getStringListClaim("branches"),
                    claims.getStringClaim("sid"),
                    id,
                    claims.getExpirationTime().toInstant());
        } catch (ParseException
                | JOSEException
                | IllegalArgumentException
                | NullPointerException _) {
            throw TOKEN_INVALID.broken();
        }
    }
}
