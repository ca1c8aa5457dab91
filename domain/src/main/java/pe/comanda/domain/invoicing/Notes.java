package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.INSTALMENTS_ADD_UP;
import static pe.comanda.domain.invoicing.InvoiceRule.INSTALMENT_FALLS_AFTER_ISSUE;
import static pe.comanda.domain.invoicing.InvoiceRule.REASON_REQUIRED;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_FOLLOWS_ORIGINAL;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_HAS_AN_AMOUNT;
import static pe.comanda.domain.invoicing.NoteRule.ORIGINAL_MUST_BE_ON_CREDIT;
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
        var terms = command.content().terms();
        mustFit(terms, original, earlier);
        return note(
                DocumentType.CREDIT_NOTE,
                original,
                buyer,
                number,
                LocalDateTime.ofInstant(command.at(), SubmissionDeadline.LIMA),
                terms.isOnCredit()
                        ? NoteLines.nothing(original, text)
                        : CreditedAmounts.of(original, earlier, command.content(), text),
                terms,
                command.reason().code(),
                text);
    }

    /** No more is owed than before, later than the factura (SUNAT 3259, 3260, 3320, 3321). */
    private static void mustFit(PaymentTerms terms, InvoiceIssued original, NoteLedger earlier) {
        if (!terms.isOnCredit()) {
            return;
        }
        ORIGINAL_MUST_BE_ON_CREDIT.require(original.payment().isOnCredit());
        var left = original.totals().payable().minus(earlier.credited());
        INSTALMENTS_ADD_UP.require(!terms.outstanding().isMoreThan(left), "total", left);
        for (var instalment : terms.instalments()) {
            INSTALMENT_FALLS_AFTER_ISSUE.require(
                    instalment.due().isAfter(original.issuedAt().toLocalDate()));
        }
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
                PaymentTerms.AT_ONCE,
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
            PaymentTerms terms,
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
                terms,
                new Correction(original.type(), original.key().number(), reason, text));
    }

    private static String text(String typed) {
        var text = typed.strip().replaceAll("\\s+", " ");
        REASON_REQUIRED.require(text.length() >= 5 && text.length() <= LONGEST);
        return text;
    }
}
