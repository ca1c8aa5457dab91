package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.Ruc;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/**
 * Whose signature makes a CDR binding: SUNAT's own, or that of the OSE that documents go through.
 *
 * <p>By the holder that the certificate names, unless certificates are pinned; then by those alone.
 * A holder's name is as good as the line that it came over, for SUNAT publishes no list of its
 * certificates: TLS vouches for the line, pinning for the rest.
 */
public final class CdrSigner {
    /** SUNAT's own number. */
    public static final Ruc SUNAT = new Ruc("20131312955");

    private static final String HOST = ".sunat.gob.pe";
    private static final int DNS_NAME = 2;

    /** What else holds a number, beside what Java knows by name. */
    private static final Map<String, String> NUMBERED =
            Map.of("2.5.4.5", "SERIALNUMBER", "2.5.4.97", "ORGANIZATIONIDENTIFIER");

    private final @Nullable Ruc ruc;
    private final Set<X509Certificate> pinned;

    private CdrSigner(@Nullable Ruc ruc, Set<X509Certificate> pinned) {
        this.ruc = ruc;
        this.pinned = Set.copyOf(pinned);
    }

    /**
     * Who bears this number.
     *
     * @param pinned certificates of theirs; where there are any, no other is trusted
     */
    public static CdrSigner of(Ruc ruc, Set<X509Certificate> pinned) {
        return new CdrSigner(ruc, pinned);
    }

    /** Whoever holds this very certificate. */
    public static CdrSigner exactly(X509Certificate certificate) {
        return new CdrSigner(null, Set.of(certificate));
    }

    boolean isTrusted(X509Certificate certificate) {
        if (!pinned.isEmpty()) {
            return pinned.contains(certificate);
        }
        return ruc != null
                && (bears(certificate, ruc) || (ruc.equals(SUNAT) && isSunats(certificate)));
    }

    /** Its number stands somewhere in the holder's name; where, no two authorities agree on. */
    private static boolean bears(X509Certificate certificate, Ruc ruc) {
        return Pattern.compile("(?<![0-9])" + ruc.value() + "(?![0-9])")
                .matcher(holder(certificate))
                .find();
    }

    /**
     * SUNAT's certificates bear no number: they name the institution (since 2024, by Llama.pe) or
     * its host (before, by GeoTrust).
     */
    private static boolean isSunats(X509Certificate certificate) {
        return organizations(certificate).stream().anyMatch(CdrSigner::isSunat)
                || hosts(certificate).stream().anyMatch(host -> host.endsWith(HOST));
    }

    private static boolean isSunat(String organization) {
        var plain =
                Normalizer.normalize(organization, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toUpperCase(Locale.ROOT);
        return plain.equals("SUNAT")
                || plain.matches(
                        "SUPERINTENDENCIA NACIONAL DE ADUANAS Y (DE )?ADMINISTRACION TRIBUTARIA( - SUNAT)?");
    }

    private static List<String> organizations(X509Certificate certificate) {
        try {
            return new LdapName(holder(certificate))
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("O"))
                            .map(rdn -> String.valueOf(rdn.getValue()))
                            .toList();
        } catch (InvalidNameException _) {
            return List.of();
        }
    }

    private static List<String> hosts(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> Objects.equals(name.getFirst(), DNS_NAME))
                            .map(name -> String.valueOf(name.getLast()).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    private static String holder(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, NUMBERED);
    }
}
