package pe.comanda.domain.invoicing;

import pe.comanda.domain.invoicing.GatewayAnswer.CannotAsk;
import pe.comanda.domain.invoicing.GatewayAnswer.InProcess;
import pe.comanda.domain.invoicing.GatewayAnswer.NotRegistered;
import pe.comanda.domain.invoicing.GatewayAnswer.Registered;
import pe.comanda.domain.invoicing.GatewayAnswer.TicketGiven;
import pe.comanda.domain.invoicing.GatewayAnswer.Withdrawn;
import pe.comanda.domain.invoicing.SummaryLine.Condition;

import java.util.List;
import java.util.Set;

/**
 * What an answer means for the file it was about.
 *
 * @param code SUNAT's, or empty
 * @param text SUNAT's words, or the ticket
 * @param notes observations
 */
public record SummaryOutcome(Kind kind, String code, String text, List<String> notes) {
    /** SUNAT has a file of this name (2223 RC, 2324 RA). */
    private static final Set<String> SENT_BEFORE = Set.of("0402", "2223", "2324");

    /** The meanings, each of which leads somewhere else. */
    public enum Kind {
        /** Taken in; the answer comes later, for this ticket. */
        TICKET,
        /** The ticket is not worked off yet (98). */
        IN_PROCESS,
        ACCEPTED,
        /**
         * Not one of its documents was informed: 99, a CDR that says no, a file that SUNAT cannot
         * take.
         */
        REJECTED,
        SICK,
        /** SUNAT may have the file, or may not. */
        UNCERTAIN,
        /** SUNAT has a file of this name, and it is we who sent it. */
        SENT_BEFORE,
        /** Asked for a document, and nothing has become of it yet. */
        NOT_DONE,
        ISSUER_PAUSED,
        /** SUNAT does not know the ticket (0127). */
        TICKET_UNKNOWN
    }

    public SummaryOutcome {
        notes = List.copyOf(notes);
    }

    /**
     * Judges an answer.
     *
     * @param sent whether the file may have arrived before
     * @param condition what was to become of the document that was asked for
     */
    public static SummaryOutcome of(GatewayAnswer answer, boolean sent, Condition condition) {
        return switch (answer) {
            case TicketGiven(var ticket) -> plain(Kind.TICKET, "", ticket);
            case InProcess(var text) -> plain(Kind.IN_PROCESS, "98", text);
            case Withdrawn(var text) -> done(condition == Condition.VOID, text);
            case Registered(var text) -> done(condition == Condition.ADD, text);
            case NotRegistered(var text) -> plain(Kind.NOT_DONE, "", text);
            case CannotAsk _ -> plain(Kind.NOT_DONE, "", "");
            case GatewayAnswer.Cdr _,
                    GatewayAnswer.Fault _,
                    GatewayAnswer.HttpError _,
                    GatewayAnswer.TimedOut _,
                    GatewayAnswer.ConnectionLost _,
                    GatewayAnswer.ConnectionRefused _,
                    GatewayAnswer.Unreadable _ ->
                    judged(answer, sent);
        };
    }

    /** A call that had begun when the program stopped: nobody saw its end. */
    public static SummaryOutcome interrupted(SummaryStep step) {
        return plain(
                step == SummaryStep.SEND ? Kind.UNCERTAIN : Kind.SICK,
                "",
                "El intento se interrumpió");
    }

    private static SummaryOutcome judged(GatewayAnswer answer, boolean sent) {
        var alike = SubmissionOutcome.of(answer, SubmissionOutcome.Earlier.NOTHING);
        var kind =
                switch (alike.kind()) {
                    case ACCEPTED, OBSERVED -> Kind.ACCEPTED;
                    case REJECTED ->
                            sent && SENT_BEFORE.contains(alike.code())
                                    ? Kind.SENT_BEFORE
                                    : Kind.REJECTED;
                    case FORMAT_ERROR, SUMMARY_ONLY -> Kind.REJECTED;
                    case SUNAT_SICK ->
                            sent && SENT_BEFORE.contains(alike.code())
                                    ? Kind.SENT_BEFORE
                                    : Kind.SICK;
                    case UNCERTAIN, REGISTERED -> Kind.UNCERTAIN;
                    case NOT_REGISTERED, CANNOT_ASK -> Kind.NOT_DONE;
                    case ISSUER_PAUSED -> Kind.ISSUER_PAUSED;
                    case CONFLICT -> Kind.TICKET_UNKNOWN;
                };
        return new SummaryOutcome(kind, alike.code(), alike.text(), alike.notes());
    }

    private static SummaryOutcome done(boolean done, String text) {
        return plain(done ? Kind.ACCEPTED : Kind.NOT_DONE, "", text);
    }

    private static SummaryOutcome plain(Kind kind, String code, String text) {
        return new SummaryOutcome(kind, code, text, List.of());
    }
}
