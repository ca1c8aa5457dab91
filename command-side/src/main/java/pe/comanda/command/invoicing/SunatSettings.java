package pe.comanda.command.invoicing;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SunatEndpoints;
import pe.comanda.domain.invoicing.Ruc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where documents go. SOL credentials travel with every call, so an address that is neither SUNAT's
 * nor one that the operator allowed by name stops the program at its start.
 */
@Component
class SunatSettings {
    private static final String SUNAT = ".sunat.gob.pe";

    private final Target target;
    private final String address;
    private final Duration answer;
    private final double pace;
    private final @Nullable CdrSigner signer;

    /** Whose door it is. */
    enum Target {
        /** Our own stand-in, in this process. */
        LOCAL,
        BETA,
        PRODUCTION,
        /** An OSE, by its address. */
        OSE
    }

    /**
     * @param sunat {@code local}, {@code beta}, {@code production}, or the https address of an OSE
     * @param pace factor on all waiting between tries; 1 outside tests
     * @param oseRuc whose signature an OSE's CDRs bear; needed for an OSE alone
     * @param cdrCertificates files (PEM or DER) with the certificates that sign CDRs; where there
     *     are any, no other is trusted
     */
    SunatSettings(
            @Value("${comanda.sunat:local}") String sunat,
            @Value("${comanda.sunat-allowed-hosts:}") List<String> allowedHosts,
            @Value("${comanda.sunat-timeout:45s}") Duration answer,
            @Value("${comanda.sunat-pace:1}") double pace,
            @Value("${comanda.sunat-ose-ruc:}") String oseRuc,
            @Value("${comanda.sunat-cdr-certificates:}") List<Path> cdrCertificates) {
        this.address = sunat;
        this.answer = answer;
        this.pace = pace;
        this.target =
                switch (sunat.toLowerCase(Locale.ROOT)) {
                    case "local" -> Target.LOCAL;
                    case "beta" -> Target.BETA;
                    case "production" -> Target.PRODUCTION;
                    default -> Target.OSE;
                };
        if (target == Target.OSE) {
            mustBeAllowed(URI.create(sunat), allowedHosts);
        }
        this.signer =
                target == Target.LOCAL
                        ? null
                        : CdrSigner.of(signingRuc(oseRuc), certificates(cdrCertificates));
    }

    /** Whose word counts, where documents leave this process. */
    CdrSigner signer() {
        if (signer == null) {
            throw new IllegalStateException("The stand-in has a certificate of its own");
        }
        return signer;
    }

    Target target() {
        return target;
    }

    boolean isLocal() {
        return target == Target.LOCAL;
    }

    /** Whether whoever is there takes certificates that nobody vouches for. */
    boolean acceptsAnyCertificate() {
        return target == Target.LOCAL || target == Target.BETA;
    }

    /** How long a whole answer may take. */
    Duration answer() {
        return answer;
    }

    /** A pause between two tries, as this installation takes it. */
    Duration paced(Duration delay) {
        return Duration.ofMillis(Math.round(delay.toMillis() * pace));
    }

    /** Addresses outside this process. */
    SunatEndpoints remote() {
        var base =
                switch (target) {
                    case BETA -> SunatEndpoints.BETA;
                    case PRODUCTION -> SunatEndpoints.PRODUCTION;
                    case OSE -> SunatEndpoints.ose(URI.create(address));
                    case LOCAL -> throw new IllegalStateException("The stand-in knows its own");
                };
        return new SunatEndpoints(
                base.billService(),
                base.consultService(),
                base.validity(),
                base.tokens(),
                base.connect(),
                answer);
    }

    /** SUNAT's own addresses answer with SUNAT's signature, an OSE's with its own. */
    private Ruc signingRuc(String oseRuc) {
        if (target != Target.OSE || String.valueOf(URI.create(address).getHost()).endsWith(SUNAT)) {
            return CdrSigner.SUNAT;
        }
        if (!Ruc.isValid(oseRuc)) {
            throw new IllegalStateException(
                    "comanda.sunat-ose-ruc is to be the RUC of the OSE, whose signature its CDRs"
                            + " bear, not: "
                            + oseRuc);
        }
        return new Ruc(oseRuc);
    }

    private static Set<X509Certificate> certificates(List<Path> files) {
        var certificates = new HashSet<X509Certificate>();
        for (var file : files) {
            try (var bytes = Files.newInputStream(file)) {
                for (var certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
                    certificates.add((X509Certificate) certificate);
                }
            } catch (IOException | CertificateException e) {
                throw new IllegalStateException(
                        "comanda.sunat-cdr-certificates: cannot read " + file, e);
            }
        }
        return certificates;
    }

    private static void mustBeAllowed(URI address, List<String> allowedHosts) {
        var host = address.getHost();
        var allowed =
                host != null
                        && "https".equals(address.getScheme())
                        && (host.endsWith(SUNAT) || allowedHosts.contains(host));
        if (!allowed) {
            throw new IllegalStateException(
                    "comanda.sunat is local, beta, production or an https address whose host is"
                            + " listed in comanda.sunat-allowed-hosts, not: "
                            + address);
        }
    }
}
