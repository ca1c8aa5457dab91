package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.ATTEMPTS_FOLLOW_EACH_OTHER;
import static pe.comanda.domain.invoicing.InvoiceRule.INVOICE_IS_ISSUED_ONCE;
import static pe.comanda.domain.invoicing.InvoiceRule.INVOICE_IS_SETTLED;
import static pe.comanda.domain.invoicing.InvoiceRule.INVOICE_IS_SIGNED_ONCE;
import static pe.comanda.domain.invoicing.InvoiceRule.INVOICE_MUST_BE_PARKED;
import static pe.comanda.domain.invoicing.InvoiceRule.INVOICE_MUST_BE_SIGNED;
import static pe.comanda.domain.invoicing.InvoiceRule.INVOICE_MUST_EXIST;
import static pe.comanda.domain.invoicing.InvoiceRule.OUTCOME_IS_RECORDED_ONCE;
import static pe.comanda.domain.invoicing.InvoiceRule.REASON_REQUIRED;
import static pe.comanda.domain.invoicing.InvoiceRule.UNKNOWN_OUTCOME_IS_ASKED_FOR;

import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.MarkSigned;
import pe.comanda.domain.invoicing.InvoiceCommand.ParkInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordOutcome;
import pe.comanda.domain.invoicing.InvoiceCommand.RetryInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.StartAttempt;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptFailed;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptStarted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceParked;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRejected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRetried;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSettled;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSigned;

import java.util.List;

/**
 * A payment document in one of its states. {@code decide} judges a command; {@code evolve} records
 * what happened.
 *
 * <p>Attempts count up through the whole life, sends and questions alike. What is never possible:
 * to send while an attempt is under way or its outcome unknown, to sign twice, to move what SUNAT
 * has settled.
 */
public sealed interface Invoice {
    Invoice NOT_ISSUED = new NotIssued();

    record NotIssued() implements Invoice {}

    /** Numbered, and waiting for its XML. */
    record Issued(InvoiceId id, int attempts) implements Invoice {}

    /** Signed; nothing under way, and SUNAT does not have it. */
    record Ready(InvoiceId id, int attempts) implements Invoice {}

    /**
     * An attempt is under way.
     *
     * @param unknown whether an earlier outcome was unknown when it began
     */
    record Trying(InvoiceId id, int attempts, AttemptKind kind, boolean unknown)
            implements Invoice {}

    /** SUNAT may have it. */
    record Uncertain(InvoiceId id, int attempts) implements Invoice {}

    /**
     * Waits for a human.
     *
     * @param signed whether there is an XML
     * @param unknown whether SUNAT may have it
     */
    record Parked(InvoiceId id, int attempts, boolean signed, boolean unknown) implements Invoice {}

    record Accepted(InvoiceId id) implements Invoice {}

    record Rejected(InvoiceId id) implements Invoice {}

    default List<InvoiceEvent> decide(InvoiceCommand command) {
        return switch (command) {
            case IssueInvoice issue -> issue(issue);
            case MarkSigned(var id, var digest, var sha256) -> {
                mustExist();
                INVOICE_IS_SIGNED_ONCE.require(this instanceof Issued);
                yield List.of(new InvoiceSigned(id, digest, sha256));
            }
            case StartAttempt(var id, int attempt, var kind, var at) -> {
                mustAllow(kind);
                ATTEMPTS_FOLLOW_EACH_OTHER.require(attempt == attemptsSoFar() + 1);
                yield List.of(new AttemptStarted(id, attempt, kind, at));
            }
            case RecordOutcome record -> {
                OUTCOME_IS_RECORDED_ONCE.require(
                        this instanceof Trying trying && trying.attempts() == record.attempt());
                yield List.of(outcome(record));
            }
            case ParkInvoice(var id, var reason, var detail) -> {
                mustBeOpen();
                ATTEMPTS_FOLLOW_EACH_OTHER.require(!(this instanceof Trying));
                yield this instanceof Parked
                        ? List.of()
                        : List.of(new InvoiceParked(id, reason, detail));
            }
            case RetryInvoice(var id, boolean rebuild, var reason) -> {
                var parked = mustBeParked();
                UNKNOWN_OUTCOME_IS_ASKED_FOR.require(!(rebuild && parked.unknown()));
                mustBeAReason(reason);
                yield List.of(new InvoiceRetried(id, rebuild || !parked.signed(), reason.strip()));
            }
            case SettleInvoice(var id, boolean accepted, var evidence) -> {
                var _ = mustBeParked();
                mustBeAReason(evidence);
                yield List.of(new InvoiceSettled(id, accepted, evidence.strip()));
            }
        };
    }

    default Invoice evolve(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued issued -> new Issued(issued.invoice(), 0);
            case InvoiceSigned(var id, _, _) -> new Ready(id, attemptsSoFar());
            case AttemptStarted(var id, int attempt, var kind, _) ->
                    new Trying(id, attempt, kind, isUnknown());
            case InvoiceAccepted accepted -> new Accepted(accepted.invoice());
            case InvoiceRejected rejected -> new Rejected(rejected.invoice());
            case AttemptFailed failed ->
                    leavesUnknown(failed.kind())
                            ? new Uncertain(failed.invoice(), failed.attempt())
                            : new Ready(failed.invoice(), failed.attempt());
            case InvoiceParked(var id, _, _) ->
                    new Parked(id, attemptsSoFar(), !(this instanceof Issued), isUnknown());
            case InvoiceRetried(var id, boolean rebuild, _) -> {
                if (rebuild) {
                    yield new Issued(id, attemptsSoFar());
                }
                yield isUnknown()
                        ? new Uncertain(id, attemptsSoFar())
                        : new Ready(id, attemptsSoFar());
            }
            case InvoiceSettled(var id, boolean accepted, _) ->
                    accepted ? new Accepted(id) : new Rejected(id);
        };
    }

    private List<InvoiceEvent> issue(IssueInvoice command) {
        INVOICE_IS_ISSUED_ONCE.require(this instanceof NotIssued);
        var document = command.document();
        document.mustObeyTheRules();
        return List.of(
                new InvoiceIssued(
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
                        command.at()));
    }

    private static InvoiceEvent outcome(RecordOutcome record) {
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
                            record.at());
            case REJECTED ->
                    new InvoiceRejected(
                            record.invoice(),
                            record.attempt(),
                            outcome.code(),
                            outcome.text(),
                            outcome.notes(),
                            record.millis(),
                            record.at());
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
                            record.at());
        };
    }

    private void mustAllow(AttemptKind kind) {
        mustBeOpen();
        switch (this) {
            case Ready _ -> {}
            case Uncertain _ -> UNKNOWN_OUTCOME_IS_ASKED_FOR.require(kind == AttemptKind.ASK);
            case Trying _ -> throw ATTEMPTS_FOLLOW_EACH_OTHER.broken();
            case Issued _ -> throw INVOICE_MUST_BE_SIGNED.broken();
            case Parked _ -> throw ATTEMPTS_FOLLOW_EACH_OTHER.broken();
            case NotIssued _, Accepted _, Rejected _ -> throw new IllegalStateException("Not open");
        }
    }

    private void mustExist() {
        INVOICE_MUST_EXIST.require(!(this instanceof NotIssued));
    }

    private void mustBeOpen() {
        mustExist();
        INVOICE_IS_SETTLED.require(!(this instanceof Accepted) && !(this instanceof Rejected));
    }

    private Parked mustBeParked() {
        mustBeOpen();
        if (this instanceof Parked parked) {
            return parked;
        }
        throw INVOICE_MUST_BE_PARKED.broken();
    }

    private static void mustBeAReason(String text) {
        REASON_REQUIRED.require(text.strip().length() >= 5 && text.length() <= 500);
    }

    /**
     * Whether SUNAT may have the document after this. A question that fails leaves things as
     * unknown as they were; a send that fails with a plain no does not reach the registry.
     */
    private boolean leavesUnknown(SubmissionOutcome.Kind kind) {
        return switch (kind) {
            case UNCERTAIN, REGISTERED -> true;
            case SUNAT_SICK, ISSUER_PAUSED, FORMAT_ERROR, CONFLICT, SUMMARY_ONLY -> isUnknown();
            // Nobody can say, so the same bytes go out again and SUNAT itself refuses a double with
            // 1033.
            case CANNOT_ASK, NOT_REGISTERED -> false;
            case ACCEPTED, OBSERVED, REJECTED ->
                    throw new IllegalStateException("Not a failure: " + kind);
        };
    }

    private boolean isUnknown() {
        return switch (this) {
            case Uncertain _ -> true;
            case Trying trying -> trying.unknown();
            case Parked parked -> parked.unknown();
            case NotIssued _, Issued _, Ready _, Accepted _, Rejected _ -> false;
        };
    }

    private int attemptsSoFar() {
        return switch (this) {
            case Issued issued -> issued.attempts();
            case Ready ready -> ready.attempts();
            case Trying trying -> trying.attempts();
            case Uncertain uncertain -> uncertain.attempts();
            case Parked parked -> parked.attempts();
            case NotIssued _, Accepted _, Rejected _ -> 0;
        };
    }
}
