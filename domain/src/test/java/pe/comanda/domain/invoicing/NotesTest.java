package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.BillingCommand.CreditInvoice;
import pe.comanda.domain.invoicing.BillingCommand.DebitInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteAttached;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Sealed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** What notes take back and add, to the cent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesTest {
    private static final InvoiceId ORIGINAL = new InvoiceId("invoice-1");
    private static final InvoiceId NOTE = new InvoiceId("invoice-2");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-22T18:00:00Z");
    private static final LocalDateTime LUNCH = Documents.LUNCH;

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

    @Test
    void a_penalty_bears_no_igv_and_a_price_does() {
        var original = issued(DocumentType.FACTURA, plain(), BigDecimal.ZERO, Money.ZERO);
        assertThat(debit(original, DebitReason.PENALTY).amounts().totals().igv())
                .isEqualTo(Money.ZERO);
        assertThat(debit(original, DebitReason.HIGHER_VALUE).amounts().totals().igv())
                .isEqualTo(Money.of("2.10"));
    }

    private static FiscalDocument debit(InvoiceIssued original, DebitReason reason) {
        return Notes.debit(
                new DebitInvoice(
                        NOTE, ORIGINAL, reason, "Faltó cobrar", Money.of("22.10"), "", NEXT_DAY),
                original,
                Documents.COMPANY,
                DocumentNumber.of("FD01", 1));
    }

    private static FiscalDocument part(
            InvoiceIssued original, NoteLedger earlier, int position, String quantity) {
        return credit(
                original,
                earlier,
                CreditReason.ITEM_RETURN,
                NoteContent.lines(List.of(new NotePart(position, Quantity.of(quantity)))));
    }

    private static FiscalDocument credit(
            InvoiceIssued original, NoteLedger earlier, CreditReason reason, NoteContent content) {
        return Notes.credit(
                new CreditInvoice(
                        NOTE, ORIGINAL, reason, "Se anuló la venta", content, "", NEXT_DAY),
                original,
                earlier,
                Documents.COMPANY,
                DocumentNumber.of(original.series().isOfFacturas() ? "FC01" : "BC01", 1));
    }

    private static NoteAttached attached(
            String note, FiscalDocument document, int position, String quantity) {
        return new NoteAttached(
                ORIGINAL,
                new InvoiceId(note),
                DocumentType.CREDIT_NOTE,
                document.number(),
                "07",
                document.payable(),
                position == 0 ? List.of() : List.of(new NotePart(position, Quantity.of(quantity))),
                NEXT_DAY);
    }

    private static List<SoldItem> plain() {
        return List.of(item("60.85", 2));
    }

    private static SoldItem item(String price, int quantity) {
        return SoldItem.of("", "Ceviche", quantity, Money.of(price), Affectation.TAXED);
    }

    private static InvoiceIssued issued(
            DocumentType type, List<SoldItem> items, BigDecimal charge, Money rounding) {
        var document =
                new FiscalDocument(
                        Documents.LA_HUACA,
                        type,
                        DocumentNumber.of(type == DocumentType.FACTURA ? "F001" : "B001", 4),
                        LUNCH,
                        "PEN",
                        Documents.REDUCED,
                        Documents.COMPANY,
                        FiscalAmounts.of(
                                Sale.of(LUNCH.toLocalDate(), Documents.REDUCED, items)
                                        .withServiceCharge(charge)
                                        .roundedBy(rounding)),
                        PaymentTerms.AT_ONCE,
                        null);
        return (InvoiceIssued)
                Invoice.NOT_ISSUED
                        .decide(
                                new IssueInvoice(
                                        ORIGINAL,
                                        new OrderId("order-1"),
                                        document,
                                        new Sealed("v1.abc"),
                                        null,
                                        NEXT_DAY))
                        .getFirst();
    }

    private static void refused(Runnable attempt, NoteRule rule) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
