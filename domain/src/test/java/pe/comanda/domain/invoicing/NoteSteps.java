package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Documents and notes that change them, for tests. */
final class NoteSteps {
    static final InvoiceId ORIGINAL = new InvoiceId("invoice-1");
    static final InvoiceId NOTE = new InvoiceId("invoice-2");
    static final Instant NEXT_DAY = Instant.parse("2026-11-22T18:00:00Z");
    private static final LocalDateTime LUNCH = Documents.LUNCH;

    private NoteSteps() {}

    static FiscalDocument debit(InvoiceIssued original, DebitReason reason) {
        return Notes.debit(
                new DebitInvoice(
                        NOTE, ORIGINAL, reason, "Faltó cobrar", Money.of("22.10"), "", NEXT_DAY),
                original,
                Documents.COMPANY,
                DocumentNumber.of("FD01", 1));
    }

    static FiscalDocument part(
            InvoiceIssued original, NoteLedger earlier, int position, String quantity) {
        return credit(
                original,
                earlier,
                CreditReason.ITEM_RETURN,
                NoteContent.lines(List.of(new NotePart(position, Quantity.of(quantity)))));
    }

    static FiscalDocument credit(
            InvoiceIssued original, NoteLedger earlier, CreditReason reason, NoteContent content) {
        return Notes.credit(
                new CreditInvoice(
                        NOTE, ORIGINAL, reason, "Se anuló la venta", content, "", NEXT_DAY),
                original,
                earlier,
                Documents.COMPANY,
                DocumentNumber.of(original.series().isOfFacturas() ? "FC01" : "BC01", 1));
    }

    static NoteAttached attached(
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

    static List<SoldItem> plain() {
        return List.of(item("60.85", 2));
    }

    static SoldItem item(String price, int quantity) {
        return SoldItem.of("", "Ceviche", quantity, Money.of(price), Affectation.TAXED);
    }

    static InvoiceIssued issued(
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

    static void refused(Runnable attempt, NoteRule rule) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
