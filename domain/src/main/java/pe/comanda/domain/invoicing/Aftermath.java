package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.NoteRule.NOTED_DOCUMENT_IS_NOT_VOIDED;
import static pe.comanda.domain.invoicing.NoteRule.NOTES_CHANGE_NO_NOTES;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_ABOVE_ORIGINAL;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_IS_ISSUED_ONCE;
import static pe.comanda.domain.invoicing.NoteRule.SUMMARY_MUST_BE_REQUESTED;
import static pe.comanda.domain.invoicing.NoteRule.SUMMARY_WITHIN_SEVEN_DAYS;
import static pe.comanda.domain.invoicing.NoteRule.VOID_MUST_BE_REQUESTED;
import static pe.comanda.domain.invoicing.NoteRule.VOID_WITHIN_SEVEN_DAYS;

import pe.comanda.domain.invoicing.Invoice.Accepted;
import pe.comanda.domain.invoicing.Invoice.Core;
import pe.comanda.domain.invoicing.Invoice.InSummary;
import pe.comanda.domain.invoicing.Invoice.Voided;
import pe.comanda.domain.invoicing.InvoiceCommand.AttachNote;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordSummarized;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordVoid;
import pe.comanda.domain.invoicing.InvoiceCommand.RequestSummary;
import pe.comanda.domain.invoicing.InvoiceCommand.VoidInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceParked;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceVoided;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteAttached;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteConfirmed;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteDetached;
import pe.comanda.domain.invoicing.InvoiceEvent.SummaryRequested;
import pe.comanda.domain.invoicing.InvoiceEvent.VoidRefused;
import pe.comanda.domain.invoicing.InvoiceEvent.VoidRequested;
import pe.comanda.domain.shared.Words;

import java.util.List;

/** What can still happen to a document beside its own way to SUNAT: notes, voiding, summaries. */
final class Aftermath {
    /** SUNAT takes 100 characters of a reason for voiding. */
    private static final int LONGEST_REASON = 100;

    private Aftermath() {}

    static List<InvoiceEvent> attach(Accepted accepted, AttachNote note) {
        NOTES_CHANGE_NO_NOTES.require(!accepted.core().key().type().isNote());
        NOTE_IS_ISSUED_ONCE.require(!accepted.notes().has(note.note()));
        if (note.type() == DocumentType.CREDIT_NOTE) {
            var left = accepted.core().payable().minus(accepted.notes().credited());
            NOTE_ABOVE_ORIGINAL.require(!note.amount().isMoreThan(left), "left", left);
        }
        return List.of(
                new NoteAttached(
                        note.invoice(),
                        note.note(),
                        note.type(),
                        note.number(),
                        note.reason(),
                        note.amount(),
                        note.parts(),
                        note.at()));
    }

    static List<InvoiceEvent> settle(Accepted original, InvoiceId note, boolean accepted) {
        if (!original.notes().has(note)) {
            return List.of();
        }
        return List.of(
                accepted
                        ? new NoteConfirmed(
                                original.core().id(), note, original.notes().isCancelledBy(note))
                        : new NoteDetached(original.core().id(), note));
    }

    static List<InvoiceEvent> requestVoid(Accepted accepted, VoidInvoice request) {
        var core = accepted.core();
        NOTED_DOCUMENT_IS_NOT_VOIDED.require(accepted.notes().isEmpty());
        VOID_WITHIN_SEVEN_DAYS.require(
                request.at().isBefore(SubmissionDeadline.endOfVoiding(core.issueDate())));
        return List.of(
                new VoidRequested(
                        core.id(),
                        core.key(),
                        core.issueDate(),
                        Words.required("reason", request.reason(), LONGEST_REASON),
                        request.at()));
    }

    static List<InvoiceEvent> voided(Invoice invoice, RecordVoid record) {
        if (invoice instanceof Voided) {
            return List.of();
        }
        VOID_MUST_BE_REQUESTED.require(invoice instanceof Accepted it && it.voiding());
        return List.of(
                record.accepted()
                        ? new InvoiceVoided(record.invoice(), record.summary(), record.at())
                        : new VoidRefused(
                                record.invoice(), record.summary(), record.code(), record.text()));
    }

    static List<InvoiceEvent> requestSummary(Core core, RequestSummary request) {
        SUMMARY_WITHIN_SEVEN_DAYS.require(
                !core.key().number().series().isOfFacturas()
                        && request.at()
                                .isBefore(SubmissionDeadline.endBySummary(core.issueDate())));
        return List.of(new SummaryRequested(core.id(), core.key(), core.issueDate(), request.at()));
    }

    static List<InvoiceEvent> summarized(Invoice invoice, RecordSummarized record) {
        if (invoice instanceof Accepted) {
            return List.of();
        }
        if (!(invoice instanceof InSummary waiting)) {
            throw SUMMARY_MUST_BE_REQUESTED.broken();
        }
        if (!record.accepted()) {
            return List.of(
                    new InvoiceParked(
                            record.invoice(),
                            ParkReason.SUMMARY_REFUSED,
                            (record.code() + " " + record.text()).strip()));
        }
        return List.of(
                new InvoiceAccepted(
                        record.invoice(),
                        waiting.attempts(),
                        record.code(),
                        record.text(),
                        record.notes(),
                        0,
                        record.at(),
                        null));
    }
}
