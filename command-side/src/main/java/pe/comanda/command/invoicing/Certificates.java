package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.*;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.shared.Vault;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The keys that organizations sign with: PKCS#12, sealed under the master key. Where documents go
 * no further than the stand-in or SUNAT's beta, an organization without one gets one that nobody
 * vouches for.
 */
@Component
class Certificates {
    private final JdbcClient sql;
    private final Vault vault;
    private final SunatSettings settings;
    private final Clock clock;

    /** Short, so that a certificate that was replaced elsewhere is noticed. */
    private final Cache<String, SigningKey> keys =
            Caffeine.newBuilder().maximumSize(500).expireAfterWrite(Duration.ofSeconds(30)).build();

    Certificates(JdbcClient sql, Vault vault, SunatSettings settings, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the organization signs with; refuses where there is nothing, or nothing any more. */
    SigningKey of(String organization, Issuer issuer) {
        var cached = keys.getIfPresent(organization);
        var key = cached == null ? find(organization, issuer) : cached;
        keys.put(organization, key);
        CERTIFICATE_EXPIRED.require(
                clock.instant().isBefore(key.certificate().getNotAfter().toInstant()),
                "validUntil",
                key.certificate().getNotAfter().toInstant());
        return key;
    }

    /** Keeps another one in place of what there was. */
    void install(String organization, SigningKey key) {
        var certificate = key.certificate();
        var _ =
                sql.sql(
                                """
                                insert into fiscal_certificate (organization_id, pkcs12, subject, serial, valid_from,
                                    valid_until, self_signed)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict (organization_id) do update set pkcs12 = excluded.pkcs12,
                                    subject = excluded.subject, serial = excluded.serial,
                                    valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                                    self_signed = excluded.self_signed, installed_at = now()
                                """)
                        .params(
                                organization,
                                vault.seal(key.toPkcs12(), purpose(organization)),
                                certificate.getSubjectX500Principal().getName(),
                                certificate.getSerialNumber().toString(16),
                                new Timestamp(certificate.getNotBefore().getTime()),
                                new Timestamp(certificate.getNotAfter().getTime()),
                                key.isSelfSigned())
                        .update();
        keys.invalidate(organization);
    }

    private SigningKey find(String organization, Issuer issuer) {
        var found = load(organization);
        if (found.isEmpty() && settings.acceptsAnyCertificate()) {
            // Two that sign first at the same moment: the first one's key counts for both.
            var _ =
                    sql.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 11))")
                            .param(organization)
                            .query(Boolean.class)
                            .single();
            found = load(organization);
            if (found.isEmpty()) {
                var name =
                        "CN=%s, OU=PRUEBA, C=PE"
                                .formatted(issuer.legalName().replaceAll("[^\\p{L}\\p{N} .]", " "));
                install(organization, StandInKey.named(name, clock.instant()));
                found = load(organization);
            }
        }
        return found.orElseThrow(CERTIFICATE_REQUIRED::broken);
    }

    private Optional<SigningKey> load(String organization) {
        return sql.sql("select pkcs12 from fiscal_certificate where organization_id = ?")
                .param(organization)
                .query(byte[].class)
                .optional()
                .map(locked -> SigningKey.fromPkcs12(vault.open(locked, purpose(organization))));
    }

    private static String purpose(String organization) {
        return "fiscal-certificate:" + organization;
    }
}
