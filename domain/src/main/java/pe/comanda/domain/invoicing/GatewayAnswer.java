package pe.comanda.domain.invoicing;

import java.util.List;

/**
 * What came back from SUNAT (or an OSE), as it came; {@link SubmissionOutcome} says what it means.
 */
public sealed interface GatewayAnswer {

    /**
     * SUNAT's signed word on our document.
     *
     * @param code {@code 0} is accepted
     * @param notes observations, each {@code 4xxx - text}
     */
    record Cdr(String code, String description, List<String> notes) implements GatewayAnswer {
        public Cdr {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A SOAP fault.
     *
     * @param code four digits, or empty where the fault names none
     */
    record Fault(String code, String text) implements GatewayAnswer {}

    /** An answer without SOAP in it: a proxy's or a server's own page. */
    record HttpError(int status, String text) implements GatewayAnswer {}

    /** Nothing came in time: SUNAT may have the document. */
    record TimedOut() implements GatewayAnswer {}

    /** The line broke after the request had gone out: SUNAT may have the document. */
    record ConnectionLost(String text) implements GatewayAnswer {}

    /** Nothing went out. */
    record ConnectionRefused(String text) implements GatewayAnswer {}

    /** An answer that cannot be read, or speaks of another document. */
    record Unreadable(String text) implements GatewayAnswer {}

    /** Asked, and SUNAT has the document, but gives no CDR. */
    record Registered(String text) implements GatewayAnswer {}

    /** Asked, and SUNAT does not have the document. */
    record NotRegistered(String text) implements GatewayAnswer {}

    /** Asked, and SUNAT has voided the document or turned it down earlier. */
    record Withdrawn(String text) implements GatewayAnswer {}

    /** A file was taken in; what becomes of it is asked for by this ticket. */
    record TicketGiven(String ticket) implements GatewayAnswer {}

    /** The ticket is not worked off yet (98). */
    record InProcess(String text) implements GatewayAnswer {}

    /**
     * There is nobody to ask: SUNAT's consultation does not know boletas, and the validity service
     * is not set up.
     */
    record CannotAsk() implements GatewayAnswer {}
}
