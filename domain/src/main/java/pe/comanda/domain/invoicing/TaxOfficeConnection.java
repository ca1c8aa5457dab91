package pe.comanda.domain.invoicing;

/**
 * Whether an issuer gets through to SUNAT as it is set up now. Hands nothing over: it asks for what
 * cannot exist. Each try is a sign-in at SUNAT, which locks a SOL user after several wrong ones.
 */
public interface TaxOfficeConnection {

    /** Refuses an organization without a RUC. */
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
