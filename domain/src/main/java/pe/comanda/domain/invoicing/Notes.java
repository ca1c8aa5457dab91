package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.REASON_REQUIRED;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_FOLLOWS_ORIGINAL;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_HAS_AN_AMOUNT;
import static pe.comanda.domain.invoicing.NoteRule.REASON_FITS_NOTE;

import pe.comanda.domain.invoicing.BillingCommand.CreditInvoice;
import pe.comanda.domain.invoicing.BillingCommand.DebitInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;

import java.time.LocalDateTime;

/**
 * Writes notes from what they change: same issuer, same buyer, same currency, and the rate of the
 * original, whatever is in force on the note's own day.
 */
public final class Notes {
    /** It stands as the description of a line too (SUNAT 2027, 2135). */
    private static final int LONGEST = 250;

    private Notes() {}

    /**
     * @param earlier the notes that count against the original so far
     */
    public static FiscalDocument credit(
            CreditInvoice command,
            InvoiceIssued original,
            NoteLedger earlier,
            Buyer buyer,
            DocumentNumber number) {
        var text = text(command.text());
        REASON_FITS_NOTE.require(
                command.reason().fits(original.type(), command.content()),
                "reason",
                command.reason());
        return note(
                DocumentType.CREDIT_NOTE,
                original,
                buyer,
                number,
                LocalDateTime.ofInstant(command.at(), SubmissionDeadline.LIMA),
                CreditedAmounts.of(original, earlier, command.content(), text),
                command.reason().code(),
                text);
    }

    public static FiscalDocument debit(
            DebitInvoice command, InvoiceIssued original, Buyer buyer, DocumentNumber number) {
        var text = text(command.text());
        NOTE_HAS_AN_AMOUNT.require(command.amount().isPositive());
        return note(
                DocumentType.DEBIT_NOTE,
                original,
                buyer,
                number,
                LocalDateTime.ofInstant(command.at(), SubmissionDeadline.LIMA),
                command.reason().isPrice()
                        ? NoteLines.sharing(original, command.amount(), text)
                        : NoteLines.single(
                                original, command.amount(), Affectation.NOT_SUBJECT, text),
                command.reason().code(),
                text);
    }

    private static FiscalDocument note(
            DocumentType type,
            InvoiceIssued original,
            Buyer buyer,
            DocumentNumber number,
            LocalDateTime issuedAt,
            FiscalAmounts amounts,
            String reason,
            String text) {
        NOTE_FOLLOWS_ORIGINAL.require(
                !issuedAt.toLocalDate().isBefore(original.issuedAt().toLocalDate()));
        return new FiscalDocument(
                original.issuer(),
                type,
                number,
                issuedAt,
                original.currency(),
                original.rate(),
                buyer,
                amounts,
                PaymentTerms.AT_ONCE,
                new Correction(original.type(), original.key().number(), reason, text));
    }

    private static String text(String typed) {
        var text = typed.strip().replaceAll("\\s+", " ");
        REASON_REQUIRED.require(text.length() >= 5 && text.length() <= LONGEST);
        return text;
    }
}
