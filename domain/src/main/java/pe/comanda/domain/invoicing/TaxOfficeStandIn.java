package pe.comanda.domain.invoicing;

import java.time.Instant;
import java.util.List;

/**
 * The stand-in for SUNAT that runs where {@code comanda.sunat} is {@code local}: what goes wrong
 * there on demand, and what has reached it. For those who run the program.
 */
public interface TaxOfficeStandIn {

    /** Arms a fault. Refuses a mode that there is not. */
    void arm(Fault fault);

    /**
     * @param ruc whose faults; empty for all
     */
    List<Fault> armed(String ruc);

    /**
     * @param ruc whose faults; empty for all
     */
    void disarm(String ruc);

    /**
     * Newest first.
     *
     * @param ruc whose requests; empty for all
     */
    List<Request> journal(String ruc);

    /**
     * A fault that waits for its documents.
     *
     * @param ruc whose; empty for everybody's
     * @param series which; empty for all
     * @param number which; 0 for all
     * @param mode {@code TIME_OUT_BEFORE_REGISTERING}, {@code UNAVAILABLE}, {@code REJECTION}, …
     * @param code of SUNAT, where the mode wants one; else empty
     * @param times for how many documents, 1 to 1000
     */
    record Fault(String ruc, String series, int number, String mode, String code, int times) {
        public Fault of(String whose) {
            return new Fault(whose, series, number, mode, code, times);
        }
    }

    /** One request that reached it. */
    record Request(Instant at, String operation, String login, String subject, String answer) {}
}
