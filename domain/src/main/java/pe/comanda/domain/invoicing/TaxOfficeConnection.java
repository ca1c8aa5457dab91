package pe.comanda.domain.invoicing;

import java.time.Duration;
import java.util.List;

/**
 * Whether an issuer gets through to SUNAT as it is set up now. Hands nothing over: it asks for what
 * cannot exist. Each try is a sign-in at SUNAT, which locks a SOL user after several wrong ones.
 */
public interface TaxOfficeConnection {

    /**
     * How long to leave SUNAT alone after each wrong try in a row; the last for all further ones.
     */
    List<Duration> PATIENCE =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1));

    /**
     * How long nobody tries.
     *
     * @param turnedAway times in a row, from 1
     */
    static Duration patience(int turnedAway) {
        return PATIENCE.get(Math.min(turnedAway, PATIENCE.size()) - 1);
    }

    /** Refuses an organization without a RUC, and one that SUNAT turned away not long ago. */
    Check check(String organization);

    /**
     * @param documents the door that takes documents, with the SOL account
     * @param validity the service that is asked for boletas, with its own client
     */
    record Check(Probe documents, Probe validity) {}

    /**
     * @param code SUNAT's, where it said one; else empty
     * @param text what it said
     */
    record Probe(Result result, String code, String text, long millis) {
        public static final Probe NOT_SET_UP = new Probe(Result.NOT_SET_UP, "", "", 0);
    }

    enum Result {
        WORKS,
        /** SUNAT answered, and does not let the issuer in. */
        TURNED_AWAY,
        /** Nobody answered, or not as SUNAT does. */
        NO_ANSWER,
        NOT_SET_UP
    }
}
