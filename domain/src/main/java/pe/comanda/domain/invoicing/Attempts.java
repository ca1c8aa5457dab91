package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.ISSUER_KEEPS_ITS_RUC;

import pe.comanda.domain.invoicing.Invoice.Core;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordOutcome;
import pe.comanda.domain.invoicing.InvoiceCommand.ReviseInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptFailed;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceCorrected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRejected;

/** The facts of a document's way to SUNAT, from its issue to an answer. */
final class Attempts {
    private Attempts() {}

    /** Refuses what SUNAT or the law would refuse. */
    static InvoiceIssued issued(IssueInvoice command) {
        var document = command.document();
        document.mustObeyTheRules();
        return new InvoiceIssued(
                command.invoice(),
                command.order(),
                document.issuer(),
                document.type(),
                document.number().series(),
                document.number().number(),
                document.issuedAt(),
                document.currency(),
                document.rate(),
                document.amounts().lines(),
                document.amounts().adjustments(),
                document.amounts().totals(),
                document.payment(),
                document.correction(),
                document.buyer().document().type(),
                command.buyer(),
                command.replaces(),
                command.at());
    }

    /** Refuses what would be refused of a new document too. */
    static InvoiceCorrected corrected(Core core, ReviseInvoice command) {
        var document = command.document();
        ISSUER_KEEPS_ITS_RUC.require(document.key().equals(core.key()), "ruc", core.key().ruc());
        document.mustObeyTheRules();
        return new InvoiceCorrected(
                command.invoice(),
                document.issuer(),
                document.buyer().document().type(),
                command.buyer(),
                command.reason().strip(),
                command.at());
    }

    static InvoiceEvent outcome(RecordOutcome record) {
        var outcome = record.outcome();
        return switch (outcome.kind()) {
            case ACCEPTED, OBSERVED ->
                    new InvoiceAccepted(
                            record.invoice(),
                            record.attempt(),
                            outcome.code(),
                            outcome.text(),
                            outcome.notes(),
                            record.millis(),
                            record.at(),
                            record.exchange());
            case REJECTED ->
                    new InvoiceRejected(
                            record.invoice(),
                            record.attempt(),
                            outcome.code(),
                            outcome.text(),
                            outcome.notes(),
                            record.millis(),
                            record.at(),
                            record.exchange());
            case FORMAT_ERROR,
                    SUNAT_SICK,
                    UNCERTAIN,
                    REGISTERED,
                    NOT_REGISTERED,
                    CANNOT_ASK,
                    ISSUER_PAUSED,
                    SUMMARY_ONLY,
                    CONFLICT ->
                    new AttemptFailed(
                            record.invoice(),
                            record.attempt(),
                            outcome.kind(),
                            outcome.code(),
                            outcome.text(),
                            record.millis(),
                            record.at(),
                            record.exchange());
        };
    }

    /**
     * Whether SUNAT may have the document after this. A question that fails leaves things as
     * unknown as they were; a send that fails with a plain no does not reach the registry.
     */
    static boolean leavesUnknown(SubmissionOutcome.Kind kind, boolean wasUnknown) {
        return switch (kind) {
            case UNCERTAIN, REGISTERED -> true;
            case SUNAT_SICK, ISSUER_PAUSED, FORMAT_ERROR, CONFLICT, SUMMARY_ONLY -> wasUnknown;
            // Nobody can say, so the same bytes go out again and SUNAT itself refuses a double with
            // 1033.
            case CANNOT_ASK, NOT_REGISTERED -> false;
            case ACCEPTED, OBSERVED, REJECTED ->
                    throw new IllegalStateException("Not a failure: " + kind);
        };
    }
}
