package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.invoicing.NoteSteps.NOTE;
import static pe.comanda.domain.invoicing.NoteSteps.ORIGINAL;
import static pe.comanda.domain.invoicing.NoteSteps.attached;
import static pe.comanda.domain.invoicing.NoteSteps.credit;
import static pe.comanda.domain.invoicing.NoteSteps.issued;
import static pe.comanda.domain.invoicing.NoteSteps.item;
import static pe.comanda.domain.invoicing.NoteSteps.part;
import static pe.comanda.domain.invoicing.NoteSteps.plain;
import static pe.comanda.domain.invoicing.NoteSteps.refused;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.BillingCommand.DebitInvoice;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What a note may not do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoteLimitsTest {
    @Test
    void no_more_of_a_line_than_is_left() {
        var original =
                issued(DocumentType.BOLETA, List.of(item("10.00", 3)), BigDecimal.ZERO, Money.ZERO);
        var first = part(original, NoteLedger.EMPTY, 1, "2");
        var ledger = NoteLedger.EMPTY.with(attached("invoice-2", first, 1, "2"));
        refused(() -> part(original, ledger, 1, "2"), NoteRule.NOTE_LINE_IS_LEFT);
        refused(() -> part(original, ledger, 1, "0"), NoteRule.NOTE_LINE_IS_LEFT);
        refused(() -> part(original, ledger, 7, "1"), NoteRule.NOTE_LINE_IS_ON_ORIGINAL);
        assertThat(part(original, ledger, 1, "1").payable()).isEqualTo(Money.of("10.00"));
    }

    @Test
    void all_credit_notes_together_stay_below_their_original() {
        var original = issued(DocumentType.FACTURA, plain(), BigDecimal.ZERO, Money.ZERO);
        var first =
                credit(
                        original,
                        NoteLedger.EMPTY,
                        CreditReason.LOWER_VALUE,
                        NoteContent.amount(Money.of("100.00")));
        var ledger = NoteLedger.EMPTY.with(attached("invoice-2", first, 0, "0"));
        var rest = NoteContent.amount(Money.of("21.70"));
        assertThat(credit(original, ledger, CreditReason.LOWER_VALUE, rest).payable())
                .isEqualTo(Money.of("21.70"));
        refused(
                () ->
                        credit(
                                original,
                                ledger,
                                CreditReason.LOWER_VALUE,
                                NoteContent.amount(Money.of("21.71"))),
                NoteRule.NOTE_ABOVE_ORIGINAL);
        refused(
                () -> credit(original, ledger, CreditReason.ANNULMENT, NoteContent.WHOLE),
                NoteRule.NOTE_ABOVE_ORIGINAL);
    }

    @Test
    void reasons_stand_for_what_they_name() {
        var boleta = issued(DocumentType.BOLETA, plain(), BigDecimal.ZERO, Money.ZERO);
        var one = NoteContent.amount(Money.of("1.00"));
        refused(
                () -> credit(boleta, NoteLedger.EMPTY, CreditReason.GLOBAL_DISCOUNT, one),
                NoteRule.REASON_FITS_NOTE);
        refused(
                () -> credit(boleta, NoteLedger.EMPTY, CreditReason.ANNULMENT, one),
                NoteRule.REASON_FITS_NOTE);
        refused(
                () -> credit(boleta, NoteLedger.EMPTY, CreditReason.ITEM_RETURN, one),
                NoteRule.REASON_FITS_NOTE);
    }

    @Test
    void a_note_is_not_older_than_its_original() {
        var original = issued(DocumentType.FACTURA, plain(), BigDecimal.ZERO, Money.ZERO);
        var yesterday =
                new DebitInvoice(
                        NOTE,
                        ORIGINAL,
                        DebitReason.HIGHER_VALUE,
                        "Faltó cobrar",
                        Money.of("5.00"),
                        "",
                        Instant.parse("2026-11-21T04:59:59Z"));
        refused(
                () ->
                        Notes.debit(
                                yesterday,
                                original,
                                Documents.COMPANY,
                                DocumentNumber.of("FD01", 1)),
                NoteRule.NOTE_FOLLOWS_ORIGINAL);
    }
}
