package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.BillingRule;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.IssuerAddress;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.shared.RuleViolated;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** What an organization signs with: sealed, replaced at once, and not beyond its end. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CertificatesTest {
    private static final String ORGANIZATION = "org-certificates";
    private static final Issuer ISSUER =
            new Issuer(
                    new Ruc("20131312955"),
                    "La Huaca S.A.C.",
                    "La Huaca",
                    new IssuerAddress("150122", "Lima", "Lima", "Miraflores", "Av. Larco 345"),
                    "0000");

    @Autowired private Certificates certificates;
    @Autowired private JdbcTemplate sql;

    @Test
    void another_certificate_counts_from_its_installation_on() throws Exception {
        var first = StandInKey.named("CN=Uno", Instant.now());
        var second = StandInKey.named("CN=Dos", Instant.now());
        install(first);
        assertThat(key()).isEqualTo(first);
        install(second);
        assertThat(key()).isEqualTo(second);
    }

    @Test
    void nothing_is_signed_beyond_its_end() {
        install(StandInKey.named("CN=Vieja", Instant.now().minus(Duration.ofDays(365 * 30))));
        assertThatThrownBy(this::key)
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> assertThat(it.rule()).isEqualTo(BillingRule.CERTIFICATE_EXPIRED));
    }

    @Test
    void the_key_is_nowhere_in_clear() throws Exception {
        var key = StandInKey.named("CN=Tres", Instant.now());
        install(key);
        var kept =
                TenantScope.call(
                        ORGANIZATION,
                        () ->
                                sql.queryForObject(
                                        "select pkcs12 from fiscal_certificate where organization_id = ?",
                                        byte[].class,
                                        ORGANIZATION));
        assertThat(new String(kept == null ? new byte[0] : kept, StandardCharsets.ISO_8859_1))
                .isNotEmpty()
                .doesNotContain(
                        new String(key.key().getEncoded(), StandardCharsets.ISO_8859_1)
                                .substring(30, 60));
        assertThatThrownBy(() -> SigningKey.fromPkcs12(kept)).isInstanceOf(Exception.class);
    }

    private void install(SigningKey key) {
        TenantScope.run(ORGANIZATION, () -> certificates.install(ORGANIZATION, key));
    }

    private SigningKey key() throws Exception {
        return TenantScope.call(ORGANIZATION, () -> certificates.of(ORGANIZATION, ISSUER));
    }
}
