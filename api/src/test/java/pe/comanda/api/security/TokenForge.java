package pe.comanda.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import org.springframework.context.ApplicationContext;

import pe.comanda.domain.access.Role;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Makes tokens that must not be believed. */
public final class TokenForge {
    private TokenForge() {}

    /** One of ours, and over since a minute ago. */
    public static String expired(ApplicationContext program) {
        return program.getBean(AccessTokens.class)
                .issue(
                        AccessTokens.STAFF,
                        "staff-demo-caja",
                        "org-demo",
                        Role.CASHIER,
                        List.of(),
                        "family-over",
                        Duration.ofMinutes(-1));
    }

    /** The same claims under the same key id, signed by a key that is not ours. */
    public static String signedByAnother(String token) {
        try {
            var ours = SignedJWT.parse(token);
            var forged = new SignedJWT(ours.getHeader(), ours.getJWTClaimsSet());
            forged.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
            return forged.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another role under the old signature. */
    public static String promoted(String token) {
        var parts = token.split("\\.", -1);
        var claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("CASHIER", "ORG_ADMIN");
        var changed =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + changed + "." + parts[2];
    }

    /** The claims under "alg": "none". */
    public static String unsigned(String token) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            return new PlainJWT(claims).serialize();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
