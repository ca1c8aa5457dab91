package pe.comanda.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.api.shared.EdgeRule.TOKEN_EXPIRED;
import static pe.comanda.api.shared.EdgeRule.TOKEN_INVALID;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.RuleViolated;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTokensTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private final MovableClock clock = new MovableClock();
    private final KeysInMemory table = new KeysInMemory();
    private final SigningKeys keys = new SigningKeys(table, KeysInMemory.openVault(), clock);
    private final AccessTokens tokens = new AccessTokens(keys, clock, "comanda");

    @Test
    void a_token_says_who_it_is_for() {
        var token = tokens.verify(issue());
        assertThat(token.type()).isEqualTo(AccessTokens.STAFF);
        assertThat(token.subject()).isEqualTo("staff-sara");
        assertThat(token.organization()).isEqualTo("org-1");
        assertThat(token.role()).isEqualTo(Role.WAITER);
        assertThat(token.branches()).containsExactly("branch-1");
        assertThat(token.session()).isEqualTo("family-1");
        assertThat(token.expiresAt()).isEqualTo(clock.instant().plus(QUARTER));
    }

    @Test
    void it_is_over_after_its_time_even_when_it_was_just_read() {
        var text = issue();
        assertThat(tokens.verify(text)).isNotNull();
        clock.pass(QUARTER.minusSeconds(1));
        assertThat(tokens.verify(text)).isNotNull();
        clock.pass(Duration.ofSeconds(1));
        refused(text, TOKEN_EXPIRED);
    }

    @Test
    void a_changed_token_is_refused() {
        var parts = issue().split("\\.", -1);
        var claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("WAITER", "ORG_ADMIN");
        var forged =
                parts[0]
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + parts[2];
        refused(forged, TOKEN_INVALID);
    }

    @Test
    void a_token_of_another_key_is_refused_also_under_our_key_id() throws Exception {
        var other = new ECKeyGenerator(Curve.P_256).keyID(keys.signing().getKeyID()).generate();
        var forged = new SignedJWT(header(keys.signing().getKeyID()), claims());
        forged.sign(new ECDSASigner(other));
        refused(forged.serialize(), TOKEN_INVALID);
    }

    @Test
    void an_unsigned_token_is_refused() {
        refused(new PlainJWT(claims()).serialize(), TOKEN_INVALID);
    }

    @Test
    void a_token_that_takes_our_public_key_for_a_shared_secret_is_refused() throws Exception {
        var secret = keys.signing().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var forged =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(keys.signing().getKeyID())
                                .build(),
                        claims());
        forged.sign(new MACSigner(secret));
        refused(forged.serialize(), TOKEN_INVALID);
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        var others = new AccessTokens(keys, clock, "somebody");
        refused(issue(others), TOKEN_INVALID);
    }

    @Test
    void nonsense_is_refused() {
        for (var text : List.of("", "x", "a.b.c", "..", "x".repeat(10_000))) {
            refused(text, TOKEN_INVALID);
        }
    }

    @Test
    void a_token_without_a_role_is_refused() throws Exception {
        var bare =
                new SignedJWT(
                        header(keys.signing().getKeyID()),
                        new JWTClaimsSet.Builder()
                                .issuer("comanda")
                                .expirationTime(Date.from(clock.instant().plus(QUARTER)))
                                .build());
        bare.sign(new ECDSASigner(keys.signing()));
        refused(bare.serialize(), TOKEN_INVALID);
    }

    @Test
    void a_rotation_logs_nobody_out() {
        var before = issue();
        var old = keys.signing().getKeyID();
        var next = keys.rotate(false);
        assertThat(keys.signing().getKeyID()).isEqualTo(next).isNotEqualTo(old);
        assertThat(new AccessTokens(keys, clock, "comanda").verify(before)).isNotNull();
        assertThat(tokens.verify(issue()).keyId()).isEqualTo(next);
        assertThat(keys.published()).extracting("keyID").containsExactly(next, old);
    }

    @Test
    void an_old_key_goes_once_its_last_token_is_over() {
        var old = keys.signing().getKeyID();
        var next = keys.rotate(false);
        clock.pass(SigningKeys.LONGEST_TOKEN.plusMinutes(2));
        assertThat(keys.published()).extracting("keyID").containsExactly(next);
        assertThat(keys.verifying(old)).isEmpty();
    }

    @Test
    void a_distrusted_key_verifies_nothing_any_more() {
        var before = issue();
        assertThat(tokens.verify(before)).isNotNull();
        var _ = keys.rotate(true);
        tokens.forget();
        refused(before, TOKEN_INVALID);
    }

    @Test
    void a_key_that_another_node_made_is_found_by_its_id() {
        assertThat(tokens.verify(issue())).isNotNull();
        var elsewhere = new SigningKeys(table, KeysInMemory.openVault(), clock);
        var _ = elsewhere.rotate(false);
        clock.pass(Duration.ofSeconds(3));
        var text = issue(new AccessTokens(elsewhere, clock, "comanda"));
        assertThat(tokens.verify(text).subject()).isEqualTo("staff-sara");
    }

    @Test
    void published_keys_are_public() {
        assertThat(keys.published()).allMatch(key -> !key.isPrivate());
    }

    private String issue() {
        return issue(tokens);
    }

    private static String issue(AccessTokens by) {
        return by.issue(
                AccessTokens.STAFF,
                "staff-sara",
                "org-1",
                Role.WAITER,
                List.of("branch-1"),
                "family-1",
                QUARTER);
    }

    private static JWSHeader header(String key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key).build();
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("comanda")
                .subject("staff-sara")
                .claim("typ", "staff")
                .claim("org", "org-1")
                .claim("role", "ORG_ADMIN")
                .claim("branches", List.of())
                .claim("sid", "family-1")
                .expirationTime(Date.from(clock.instant().plus(QUARTER)))
                .build();
    }

    private void refused(String text, BusinessRule rule) {
        assertThatThrownBy(() -> tokens.verify(text))
                .isInstanceOfSatisfying(
                        RuleViolated.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }
}
