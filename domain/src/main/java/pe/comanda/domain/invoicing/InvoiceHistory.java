package pe.comanda.domain.invoicing;

import pe.comanda.domain.invoicing.Invoice.*;
import pe.comanda.domain.invoicing.InvoiceEvent.*;

/** What a document is after something happened to it. */
final class InvoiceHistory {
    private InvoiceHistory() {}

    static Invoice after(Invoice invoice, InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued issued -> new Issued(Core.of(issued), 0);
            case InvoiceSigned _ -> new Ready(core(invoice), attempts(invoice));
            case AttemptStarted(_, int attempt, var kind, _, _) ->
                    new Trying(core(invoice), attempt, kind, isUnknown(invoice));
            case InvoiceAccepted _ -> new Accepted(core(invoice), NoteLedger.EMPTY, false);
            case InvoiceRejected _ -> new Rejected(core(invoice));
            case AttemptFailed failed ->
                    Attempts.leavesUnknown(failed.kind(), isUnknown(invoice))
                            ? new Uncertain(core(invoice), failed.attempt())
                            : new Ready(core(invoice), failed.attempt());
            case InvoiceParked(_, var reason, _) ->
                    new Parked(
                            core(invoice),
                            attempts(invoice),
                            reason,
                            !(invoice instanceof Issued),
                            isUnknown(invoice));
            case InvoiceRetried(_, boolean rebuild, _) -> {
                if (rebuild) {
                    yield new Issued(core(invoice), attempts(invoice));
                }
                yield isUnknown(invoice)
                        ? new Uncertain(core(invoice), attempts(invoice))
                        : new Ready(core(invoice), attempts(invoice));
            }
            case InvoiceCorrected _ -> new Issued(core(invoice), attempts(invoice));
            case InvoiceSettled(_, boolean accepted, _) ->
                    accepted
                            ? new Accepted(core(invoice), NoteLedger.EMPTY, false)
                            : new Rejected(core(invoice));
            case SummaryRequested _ ->
                    new InSummary(core(invoice), attempts(invoice), isUnknown(invoice));
            case NoteAttached note -> noted(invoice, invoice.notes().with(note));
            case NoteConfirmed _, DeadlineNeared _, InvoiceCommented _ -> invoice;
            case NoteDetached(_, var note) -> noted(invoice, invoice.notes().without(note));
            case VoidRequested _ -> new Accepted(core(invoice), invoice.notes(), true);
            case VoidRefused _ -> new Accepted(core(invoice), invoice.notes(), false);
            case InvoiceVoided _ -> new Voided(core(invoice));
        };
    }

    /** The document, which every state but the first knows. */
    static Core core(Invoice invoice) {
        if (invoice instanceof Known known) {
            return known.core();
        }
        throw new IllegalStateException("The history is broken");
    }

    static int attempts(Invoice invoice) {
        return invoice instanceof Open open ? open.attempts() : 0;
    }

    /** Whether SUNAT may have it. */
    private static boolean isUnknown(Invoice invoice) {
        return switch (invoice) {
            case Uncertain _ -> true;
            case Trying trying -> trying.unknown();
            case Parked parked -> parked.unknown();
            case InSummary summary -> summary.unknown();
            case NotIssued _, Issued _, Ready _, Accepted _, Rejected _, Voided _ -> false;
        };
    }

    private static Invoice noted(Invoice invoice, NoteLedger notes) {
        return invoice instanceof Accepted it
                ? new Accepted(it.core(), notes, it.voiding())
                : invoice;
    }
}
