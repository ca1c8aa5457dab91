package pe.comanda.command.invoicing.sunat;

import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.BillingCommand.CreditInvoice;
import pe.comanda.domain.invoicing.BillingCommand.DebitInvoice;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.BuyerDocument;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.CreditReason;
import pe.comanda.domain.invoicing.DebitReason;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalAmounts;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.IssuerAddress;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.NoteLedger;
import pe.comanda.domain.invoicing.Notes;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.Sealed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Bills of one restaurant, as the tests send them. */
public final class Bills {
    public static final Ruc RUC = new Ruc("20100066603");
    public static final Issuer LA_HUACA =
            new Issuer(
                    RUC,
                    "LA HUACA S.A.C.",
                    "La Huaca & Hijos",
                    new IssuerAddress("150122", "LIMA", "LIMA", "MIRAFLORES", "CALLE BERLIN 123"),
                    "0001");
    public static final Buyer COMPANY =
            new Buyer(
                    new BuyerDocument(BuyerDocumentType.RUC, "20131312955"),
                    "EMPRESA CLIENTE S.A.C.",
                    "AV. EL SOL 1");
    public static final LocalDateTime LUNCH = LocalDateTime.of(2026, 11, 21, 13, 5, 10);
    private static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");
    public static final BigDecimal REDUCED = new BigDecimal("0.105");

    private static final SoldItem LOMO =
            SoldItem.of("P01", "Lomo saltado", 3, Money.of("35.90"), Affectation.TAXED);
    private static final SoldItem COLA =
            SoldItem.of("B01", "Inca Kola 500 ml", 2, Money.of("7.00"), Affectation.TAXED);

    private Bills() {}

    public static FiscalDocument factura(int number) {
        return factura(number, PaymentTerms.AT_ONCE);
    }

    public static FiscalDocument factura(int number, PaymentTerms terms) {
        return document(
                DocumentType.FACTURA,
                "F001",
                number,
                COMPANY,
                Sale.of(LUNCH.toLocalDate(), REDUCED, List.of(LOMO, COLA)),
                terms);
    }

    public static FiscalDocument boleta(int number) {
        return boleta(number, Sale.of(LUNCH.toLocalDate(), REDUCED, List.of(LOMO, COLA)));
    }

    public static FiscalDocument boleta(int number, Sale sale) {
        return document(
                DocumentType.BOLETA, "B001", number, Buyer.ANONYMOUS, sale, PaymentTerms.AT_ONCE);
    }

    /** Discounts, a courtesy, an exonerated fruit, bags, recargo al consumo, and coins. */
    public static Sale everything() {
        var items =
                List.of(
                        LOMO.discountedBy(Money.of("16.16")),
                        COLA,
                        SoldItem.of("X01", "Palta", 3, Money.of("3.50"), Affectation.EXONERATED),
                        SoldItem.of(
                                "P05",
                                "Suspiro limeño",
                                1,
                                Money.of("12.00"),
                                Affectation.FREE_BONUS),
                        new SoldItem(
                                "BOL",
                                "Bolsa",
                                "NIU",
                                Quantity.of("1"),
                                Money.of("0.20"),
                                Affectation.TAXED,
                                Money.ZERO,
                                1),
                        new SoldItem(
                                "P07",
                                "Lomo fino por kilo",
                                "KGM",
                                Quantity.of("0.35"),
                                Money.of("89.90"),
                                Affectation.TAXED,
                                Money.ZERO,
                                0));
        return new Sale(
                LUNCH.toLocalDate(),
                REDUCED,
                items,
                Money.of("10.00"),
                Money.of("5.00"),
                new BigDecimal("0.1"),
                Money.of("-0.03"));
    }

    /** As its history tells it. */
    public static InvoiceIssued issued(FiscalDocument document) {
        var command =
                new IssueInvoice(
                        new InvoiceId("invoice-1"),
                        new OrderId("order-1"),
                        document,
                        new Sealed(""),
                        null,
                        NOON);
        return (InvoiceIssued) Invoice.NOT_ISSUED.decide(command).getFirst();
    }

    /** A note of 22 November, the first of its series. */
    public static FiscalDocument credited(
            FiscalDocument original, CreditReason reason, NoteContent content) {
        var number =
                DocumentNumber.of(original.type() == DocumentType.FACTURA ? "FC01" : "BC01", 1);
        return Notes.credit(
                new CreditInvoice(
                        new InvoiceId("invoice-2"),
                        new InvoiceId("invoice-1"),
                        reason,
                        "Se cobró de más",
                        content,
                        "",
                        NOON),
                issued(original),
                NoteLedger.EMPTY,
                original.buyer(),
                number);
    }

    public static FiscalDocument debited(FiscalDocument original, DebitReason reason) {
        var number =
                DocumentNumber.of(original.type() == DocumentType.FACTURA ? "FD01" : "BD01", 1);
        return Notes.debit(
                new DebitInvoice(
                        new InvoiceId("invoice-2"),
                        new InvoiceId("invoice-1"),
                        reason,
                        "Faltó un plato",
                        Money.of("12.50"),
                        "",
                        NOON),
                issued(original),
                original.buyer(),
                number);
    }

    public static FiscalDocument document(
            DocumentType type,
            String series,
            int number,
            Buyer buyer,
            Sale sale,
            PaymentTerms terms) {
        return new FiscalDocument(
                LA_HUACA,
                type,
                DocumentNumber.of(series, number),
                LUNCH,
                "PEN",
                sale.rate(),
                buyer,
                FiscalAmounts.of(sale),
                terms,
                null);
    }
}
