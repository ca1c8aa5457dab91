package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.*;
import static pe.comanda.domain.invoicing.NoteRule.DOCUMENT_IS_BEING_VOIDED;
import static pe.comanda.domain.invoicing.NoteRule.ORIGINAL_MUST_BE_ACCEPTED;

import pe.comanda.domain.invoicing.InvoiceCommand.*;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.shared.Money;

import java.time.Instant;
import java.time.LocalDate;
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

    /** What later decisions need of the document itself. */
    record Core(InvoiceId id, DocumentKey key, LocalDate issueDate, Money payable) {
        static Core of(InvoiceIssued event) {
            return new Core(
                    event.invoice(),
                    event.key(),
                    event.issuedAt().toLocalDate(),
                    event.totals().payable());
        }
    }

    record NotIssued() implements Invoice {}

    /** There is a document. */
    sealed interface Known extends Invoice {
        Core core();
    }

    /** SUNAT has not said its last word. */
    sealed interface Open extends Known {
        int attempts();
    }

    /** Numbered, and waiting for its XML. */
    record Issued(Core core, int attempts) implements Open {}

    /** Signed; nothing under way, and SUNAT does not have it. */
    record Ready(Core core, int attempts) implements Open {}

    /**
     * An attempt is under way.
     *
     * @param unknown whether an earlier outcome was unknown when it began
     */
    record Trying(Core core, int attempts, AttemptKind kind, boolean unknown) implements Open {}

    /** SUNAT may have it. */
    record Uncertain(Core core, int attempts) implements Open {}

    /**
     * Waits for a human.
     *
     * @param signed whether there is an XML
     * @param unknown whether SUNAT may have it
     */
    record Parked(Core core, int attempts, ParkReason reason, boolean signed, boolean unknown)
            implements Open {}

    /**
     * A boleta that is too late to go by itself and goes in a daily summary.
     *
     * @param unknown whether SUNAT may have it already
     */
    record InSummary(Core core, int attempts, boolean unknown) implements Open {}

    /**
     * SUNAT has it.
     *
     * @param notes that change it
     * @param voiding whether it is about to be voided
     */
    record Accepted(Core core, NoteLedger notes, boolean voiding) implements Known {}

    record Rejected(Core core) implements Known {}

    /** It was accepted, and is as if it had never been. */
    record Voided(Core core) implements Known {}

    default List<InvoiceEvent> decide(InvoiceCommand command) {
        return switch (command) {
            case IssueInvoice issue -> {
                INVOICE_IS_ISSUED_ONCE.require(this instanceof NotIssued);
                yield List.of(Attempts.issued(issue));
            }
            case MarkSigned(var id, var digest, var sha256) -> {
                mustExist();
                INVOICE_IS_SIGNED_ONCE.require(this instanceof Issued);
                yield List.of(new InvoiceSigned(id, digest, sha256));
            }
            case StartAttempt(var id, int attempt, var kind, var at, var sha256) -> {
                mustAllow(kind);
                ATTEMPTS_FOLLOW_EACH_OTHER.require(attempt == InvoiceHistory.attempts(this) + 1);
                yield List.of(new AttemptStarted(id, attempt, kind, at, sha256));
            }
            case RecordOutcome record -> {
                OUTCOME_IS_RECORDED_ONCE.require(
                        this instanceof Trying trying && trying.attempts() == record.attempt());
                yield List.of(Attempts.outcome(record));
            }
            case ParkInvoice(var id, var reason, var detail) -> {
                mustBeOpen();
                ATTEMPTS_FOLLOW_EACH_OTHER.require(!(this instanceof Trying));
                yield this instanceof Parked
                        ? List.of()
                        : List.of(new InvoiceParked(id, reason, detail));
            }
            case RetryInvoice(var id, boolean rebuild, var reason) -> {
                var anew = mustWait(rebuild);
                mustBeAReason(reason);
                yield List.of(new InvoiceRetried(id, anew, reason.strip()));
            }
            case ReviseInvoice revise -> {
                mustBeAReason(revise.reason());
                yield List.of(Attempts.corrected(mustBeCorrectable(), revise));
            }
            case SettleInvoice(var id, boolean accepted, var evidence) -> {
                var _ = mustBeParked();
                mustBeAReason(evidence);
                yield List.of(new InvoiceSettled(id, accepted, evidence.strip()));
            }
            case WarnOfDeadline(var id, var at) -> warn(id, at);
            case CommentInvoice(var id, var text, var at) -> {
                mustExist();
                COMMENT_IS_A_TEXT.require(!text.isBlank() && text.length() <= 1000);
                yield List.of(new InvoiceCommented(id, text.strip(), at));
            }
            case AttachNote attach -> Aftermath.attach(mustBeAccepted(), attach);
            case SettleNote(_, var note, boolean accepted) ->
                    this instanceof Accepted live
                            ? Aftermath.settle(live, note, accepted)
                            : List.of();
            case VoidInvoice request -> {
                mustBeAReason(request.reason());
                yield Aftermath.requestVoid(mustBeAccepted(), request);
            }
            case RecordVoid record -> Aftermath.voided(this, record);
            case RequestSummary request -> Aftermath.requestSummary(mustBeUnsent(), request);
            case RecordSummarized record -> Aftermath.summarized(this, record);
        };
    }

    default Invoice evolve(InvoiceEvent event) {
        return InvoiceHistory.after(this, event);
    }

    /** The notes that count against it. */
    default NoteLedger notes() {
        return this instanceof Accepted accepted ? accepted.notes() : NoteLedger.EMPTY;
    }

    /** What the buyer pays. */
    default Money payable() {
        return InvoiceHistory.core(this).payable();
    }

    /** The day in Lima that it bears. */
    default LocalDate issueDate() {
        return InvoiceHistory.core(this).issueDate();
    }

    private List<InvoiceEvent> warn(InvoiceId id, Instant at) {
        mustExist();
        return this instanceof Open open
                ? List.of(
                        new DeadlineNeared(
                                id,
                                SubmissionDeadline.lastDay(
                                        open.core().key().number().series(),
                                        open.core().issueDate()),
                                at))
                : List.of();
    }

    private void mustAllow(AttemptKind kind) {
        mustBeOpen();
        switch (this) {
            case Ready _ -> {}
            case Uncertain _ -> UNKNOWN_OUTCOME_IS_ASKED_FOR.require(kind == AttemptKind.ASK);
            case Trying _ -> throw ATTEMPTS_FOLLOW_EACH_OTHER.broken();
            case Issued _ -> throw INVOICE_MUST_BE_SIGNED.broken();
            case Parked _ -> throw ATTEMPTS_FOLLOW_EACH_OTHER.broken();
            case InSummary _ -> throw ATTEMPTS_FOLLOW_EACH_OTHER.broken();
            case NotIssued _, Accepted _, Rejected _, Voided _ ->
                    throw new IllegalStateException("Not open");
        }
    }

    private void mustExist() {
        INVOICE_MUST_EXIST.require(!(this instanceof NotIssued));
    }

    private void mustBeOpen() {
        mustExist();
        INVOICE_IS_SETTLED.require(this instanceof Open);
    }

    private Accepted mustBeAccepted() {
        mustExist();
        if (this instanceof Accepted accepted) {
            DOCUMENT_IS_BEING_VOIDED.require(!accepted.voiding());
            return accepted;
        }
        throw ORIGINAL_MUST_BE_ACCEPTED.broken();
    }

    /** Signed, not settled, and nothing under way. */
    private Core mustBeUnsent() {
        mustBeOpen();
        INVOICE_MUST_BE_SIGNED.require(
                !(this instanceof Issued) && !(this instanceof Parked it && !it.signed()));
        ATTEMPTS_FOLLOW_EACH_OTHER.require(
                !(this instanceof Trying) && !(this instanceof InSummary));
        return InvoiceHistory.core(this);
    }

    /**
     * For a human or for its next try.
     *
     * @return whether its XML is made anew
     */
    private boolean mustWait(boolean rebuild) {
        if (this instanceof Ready || this instanceof Uncertain) {
            INVOICE_MUST_BE_PARKED.require(!rebuild);
            return false;
        }
        var parked = mustBeParked();
        UNKNOWN_OUTCOME_IS_ASKED_FOR.require(!(rebuild && parked.unknown()));
        return rebuild || !parked.signed();
    }

    /** Waits for a human, and SUNAT has nothing of it. */
    private Core mustBeCorrectable() {
        var parked = mustBeParked();
        UNKNOWN_OUTCOME_IS_ASKED_FOR.require(!parked.unknown());
        CORRECTION_NEEDS_AN_EXCEPTION.require(
                parked.reason().leavesNumberFree(), "parked", parked.reason());
        return parked.core();
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
}
