package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.ACCEPTED;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.CANNOT_ASK;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.CONFLICT;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.FORMAT_ERROR;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.ISSUER_PAUSED;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.NOT_REGISTERED;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.OBSERVED;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.REGISTERED;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.REJECTED;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.SUMMARY_ONLY;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.SUNAT_SICK;
import static pe.comanda.domain.invoicing.SubmissionOutcome.Kind.UNCERTAIN;

import pe.comanda.domain.invoicing.GatewayAnswer.CannotAsk;
import pe.comanda.domain.invoicing.GatewayAnswer.Cdr;
import pe.comanda.domain.invoicing.GatewayAnswer.ConnectionLost;
import pe.comanda.domain.invoicing.GatewayAnswer.ConnectionRefused;
import pe.comanda.domain.invoicing.GatewayAnswer.Fault;
import pe.comanda.domain.invoicing.GatewayAnswer.HttpError;
import pe.comanda.domain.invoicing.GatewayAnswer.InProcess;
import pe.comanda.domain.invoicing.GatewayAnswer.NotRegistered;
import pe.comanda.domain.invoicing.GatewayAnswer.Registered;
import pe.comanda.domain.invoicing.GatewayAnswer.TicketGiven;
import pe.comanda.domain.invoicing.GatewayAnswer.TimedOut;
import pe.comanda.domain.invoicing.GatewayAnswer.Unreadable;
import pe.comanda.domain.invoicing.GatewayAnswer.Withdrawn;

import java.util.List;

/**
 * What an answer means for the document it was about.
 *
 * @param code SUNAT's, or empty
 * @param notes observations
 */
public record SubmissionOutcome(Kind kind, String code, String text, List<String> notes) {

    /** The meanings, each of which leads somewhere else. */
    public enum Kind {
        ACCEPTED,
        /** Accepted, with remarks that finance should read. */
        OBSERVED,
        /** Does not exist fiscally; its number is burnt. */
        REJECTED,
        /** Not taken in: our packaging or data is wrong. The number stays good. */
        FORMAT_ERROR,
        /** SUNAT cannot answer now. */
        SUNAT_SICK,
        /** SUNAT may have the document, or may not. */
        UNCERTAIN,
        /**
         * SUNAT says it has the number, and it is we who sent it before: its CDR can be fetched.
         */
        REGISTERED,
        /** Asked, and it is not there. */
        NOT_REGISTERED,
        CANNOT_ASK,
        /** Credentials, profile or certificate: every document of this issuer would fail. */
        ISSUER_PAUSED,
        /** Too late to send it by itself: a boleta still goes in a daily summary. */
        SUMMARY_ONLY,
        /**
         * The number is taken by something else, or was turned down before: a human has to look.
         */
        CONFLICT;

        public boolean isAcceptance() {
            return this == ACCEPTED || this == OBSERVED;
        }
    }

    /**
     * What went before.
     *
     * @param sent whether an earlier attempt may have reached SUNAT
     * @param registered whether SUNAT has already said that it has the number
     */
    public record Earlier(boolean sent, boolean registered) {
        public static final Earlier NOTHING = new Earlier(false, false);
    }

    /** How a CDR is noted that SUNAT keeps to itself. */
    public static final String ACCEPTED_WITHOUT_CDR =
            "Registrado en SUNAT; constancia no recuperable";

    public SubmissionOutcome {
        notes = List.copyOf(notes);
    }

    /**
     * Judges an answer. The ranges are SUNAT's: below 1000 system, 1xxx exceptions, 2xxx and 3xxx
     * rejections, 4xxx remarks.
     */
    public static SubmissionOutcome of(GatewayAnswer answer, Earlier earlier) {
        return switch (answer) {
            case Cdr(var code, var description, var notes) ->
                    judged(code, description, notes, earlier);
            case Fault(var code, var text) when code.startsWith("4") ->
                    plain(UNCERTAIN, code, text);
            case Fault(var code, var text) -> judged(code, text, List.of(), earlier);
            case HttpError(int status, var text) when status == 401 || status == 403 ->
                    plain(ISSUER_PAUSED, "", "HTTP " + status + " " + text);
            // A gateway that lost patience with the server behind it: that server may have
            // finished.
            case HttpError(int status, var text) when status == 504 ->
                    plain(UNCERTAIN, "", "HTTP 504 " + text);
            case HttpError(int status, var text) ->
                    plain(SUNAT_SICK, "", "HTTP " + status + " " + text);
            case TimedOut _ -> plain(UNCERTAIN, "", "Sin respuesta a tiempo");
            case ConnectionLost(var text) -> plain(UNCERTAIN, "", text);
            case ConnectionRefused(var text) -> plain(SUNAT_SICK, "", text);
            case Unreadable(var text) -> plain(UNCERTAIN, "", text);
            case Registered(var text) -> plain(ACCEPTED, "", text);
            // SUNAT said 1033 a moment ago; its consultation may lag behind.
            case NotRegistered(var text) when earlier.registered() -> plain(UNCERTAIN, "", text);
            case NotRegistered(var text) -> plain(NOT_REGISTERED, "", text);
            case Withdrawn(var text) -> plain(CONFLICT, "", text);
            case CannotAsk _ when earlier.registered() ->
                    plain(ACCEPTED, "1033", ACCEPTED_WITHOUT_CDR);
            case CannotAsk _ -> plain(CANNOT_ASK, "", "");
            // Tickets are for files, not for documents.
            case TicketGiven(var ticket) -> plain(UNCERTAIN, "", ticket);
            case InProcess(var text) -> plain(UNCERTAIN, "98", text);
        };
    }

    /** An attempt that had begun when the program stopped: nobody saw its end. */
    public static SubmissionOutcome interrupted() {
        return plain(UNCERTAIN, "", "El intento se interrumpió");
    }

    private static SubmissionOutcome judged(
            String code, String text, List<String> notes, Earlier earlier) {
        if (!code.matches("[0-9]{1,4}")) {
            return plain(SUNAT_SICK, "", text);
        }
        int number = Integer.parseInt(code);
        if (number == 0) {
            return new SubmissionOutcome(notes.isEmpty() ? ACCEPTED : OBSERVED, code, text, notes);
        }
        return new SubmissionOutcome(meaning(number, earlier), code, text, notes);
    }

    private static Kind meaning(int code, Earlier earlier) {
        return switch (code) {
            case 101,
                    102,
                    103,
                    104,
                    105,
                    106,
                    110,
                    111,
                    112,
                    113,
                    154,
                    1078,
                    2325,
                    2326,
                    2327,
                    2328 ->
                    ISSUER_PAUSED;
            case 127, 1032 -> CONFLICT;
            case 1033 -> earlier.sent() ? REGISTERED : CONFLICT;
            case 1079 -> SUMMARY_ONLY;
            case 151, 152, 153, 155, 156, 157, 158, 159, 160, 161, 300, 301, 302, 305, 306 ->
                    FORMAT_ERROR;
            default -> {
                if (code < 1000) {
                    yield SUNAT_SICK;
                }
                if (code < 2000) {
                    yield FORMAT_ERROR;
                }
                yield code < 4000 ? REJECTED : OBSERVED;
            }
        };
    }

    private static SubmissionOutcome plain(Kind kind, String code, String text) {
        return new SubmissionOutcome(kind, code, text, List.of());
    }
}
