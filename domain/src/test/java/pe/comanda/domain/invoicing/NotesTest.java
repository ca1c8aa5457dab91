package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.invoicing.NoteSteps.NOTE;
import static pe.comanda.domain.invoicing.NoteSteps.ORIGINAL;
import static pe.comanda.domain.invoicing.NoteSteps.attached;
import static pe.comanda.domain.invoicing.NoteSteps.credit;
import static pe.comanda.domain.invoicing.NoteSteps.debit;
import static pe.comanda.domain.invoicing.NoteSteps.issued;
import static pe.comanda.domain.invoicing.NoteSteps.item;
import static pe.comanda.domain.invoicing.NoteSteps.part;
import static pe.comanda.domain.invoicing.NoteSteps.plain;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.BillingCommand.CreditInvoice;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What notes take back and add, to the cent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesTest {
    @Test
    void a_whole_credit_note_repeats_the_document() {
        var original = issued(DocumentType.FACTURA, plain(), BigDecimal.ZERO, Money.ZERO);
        var note = credit(original, NoteLedger.EMPTY, CreditReason.ANNULMENT, NoteContent.WHOLE);
        assertThat(note.amounts().totals()).isEqualTo(original.totals());
        assertThat(note.amounts().lines()).isEqualTo(original.lines());
        assertThat(note.correction())
                .isEqualTo(
                        new Correction(
                                DocumentType.FACTURA,
                                original.key().number(),
                                "01",
                                "Se anuló la venta"));
    }

    @Test
    void a_note_says_in_its_prices_what_came_off() {
        var original =
                issued(
                        DocumentType.FACTURA,
                        List.of(item("60.85", 2).discountedBy(Money.of("10.85"))),
                        BigDecimal.ZERO,
                        Money.ZERO);
        var note = credit(original, NoteLedger.EMPTY, CreditReason.ANNULMENT, NoteContent.WHOLE);
        var line = note.amounts().lines().getFirst();
        assertThat(line.isDiscounted()).isFalse();
        assertThat(line.value()).isEqualTo(original.lines().getFirst().value());
        assertThat(line.unitPrice()).isEqualByComparingTo("55.425");
        assertThat(note.amounts().totals()).isEqualTo(original.totals());
    }

    @Test
    void the_parts_of_a_line_add_up_to_the_line() {
        var original =
                issued(DocumentType.BOLETA, List.of(item("33.35", 3)), BigDecimal.ZERO, Money.ZERO);
        var first = part(original, NoteLedger.EMPTY, 1, "1");
        var ledger = NoteLedger.EMPTY.with(attached("invoice-2", first, 1, "1"));
        var second = part(original, ledger, 1, "2");
        assertThat(first.payable().plus(second.payable())).isEqualTo(Money.of("100.05"));
        assertThat(first.amounts().totals().igv())
                .isEqualTo(first.payable().minus(first.amounts().totals().taxed()));
    }

    @Test
    void a_line_gives_back_its_share_of_the_recargo() {
        var original =
                issued(
                        DocumentType.BOLETA,
                        List.of(item("110.50", 1), item("55.25", 1)),
                        new BigDecimal("0.10"),
                        Money.ZERO);
        var note = part(original, NoteLedger.EMPTY, 1, "1");
        assertThat(note.payable()).isEqualTo(Money.of("120.50"));
        assertThat(note.amounts().totals().charges()).isEqualTo(Money.of("10.00"));
    }

    @Test
    void what_coins_forgave_is_not_given_back() {
        var original =
                issued(
                        DocumentType.BOLETA,
                        List.of(item("10.05", 1)),
                        BigDecimal.ZERO,
                        Money.of("-0.05"));
        var note = part(original, NoteLedger.EMPTY, 1, "1");
        assertThat(note.payable()).isEqualTo(Money.of("10.00"));
        assertThat(note.amounts().totals().rounding()).isEqualTo(Money.of("-0.05"));
    }

    @Test
    void an_amount_is_shared_by_what_was_sold_under() {
        var original =
                issued(
                        DocumentType.FACTURA,
                        List.of(
                                item("75.00", 1),
                                SoldItem.of(
                                        "", "Pan", 1, Money.of("25.00"), Affectation.EXONERATED)),
                        BigDecimal.ZERO,
                        Money.ZERO);
        var note =
                credit(
                        original,
                        NoteLedger.EMPTY,
                        CreditReason.GLOBAL_DISCOUNT,
                        NoteContent.amount(Money.of("10.00")));
        assertThat(note.payable()).isEqualTo(Money.of("10.00"));
        assertThat(note.amounts().totals().exonerated()).isEqualTo(Money.of("2.50"));
    }

    @Test
    void a_note_bears_the_rate_of_what_it_changes() {
        var original = issued(DocumentType.FACTURA, plain(), BigDecimal.ZERO, Money.ZERO);
        var later =
                new CreditInvoice(
                        NOTE,
                        ORIGINAL,
                        CreditReason.LOWER_VALUE,
                        "Se cobró de más",
                        NoteContent.amount(Money.of("11.05")),
                        "",
                        Instant.parse("2027-01-04T15:00:00Z"));
        var note =
                Notes.credit(
                        later,
                        original,
                        NoteLedger.EMPTY,
                        Documents.COMPANY,
                        DocumentNumber.of("FC01", 1));
        assertThat(note.rate()).isEqualByComparingTo("0.105");
        assertThat(note.amounts().totals().igv()).isEqualTo(Money.of("1.05"));
    }

    @Test
    void a_penalty_bears_no_igv_and_a_price_does() {
        var original = issued(DocumentType.FACTURA, plain(), BigDecimal.ZERO, Money.ZERO);
        assertThat(debit(original, DebitReason.PENALTY).amounts().totals().igv())
                .isEqualTo(Money.ZERO);
        assertThat(debit(original, DebitReason.HIGHER_VALUE).amounts().totals().igv())
                .isEqualTo(Money.of("2.10"));
    }
}
