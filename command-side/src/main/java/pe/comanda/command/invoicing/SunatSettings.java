package pe.comanda.command.invoicing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.sunat.SunatEndpoints;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
     */
    SunatSettings(
            @Value("${comanda.sunat:local}") String sunat,
            @Value("${comanda.sunat-allowed-hosts:}") List<String> allowedHosts,
            @Value("${comanda.sunat-timeout:45s}") Duration answer,
            @Value("${comanda.sunat-pace:1}") double pace) {
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
