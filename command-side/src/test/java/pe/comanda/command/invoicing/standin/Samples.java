package pe.comanda.command.invoicing.standin;

import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.SafeXml;
import pe.comanda.command.invoicing.sunat.SummaryXml;
import pe.comanda.command.invoicing.sunat.SummaryXml.Told;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.BuyerDocument;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.CreditReason;
import pe.comanda.domain.invoicing.DebitReason;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.PaymentTerms.Instalment;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryLine;
import pe.comanda.domain.invoicing.SummaryLine.Condition;
import pe.comanda.domain.invoicing.SummaryName;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Documents in which nothing is wrong, by the names that the cases of broken.tsv give them. */
final class Samples {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 21);

    static final List<String> OF_FILES =
            List.of(
                    "notice",
                    "noticeOfTwo",
                    "noticeOfTomorrow",
                    "summary",
                    "summaryOfTwo",
                    "summaryWithBuyer",
                    "summaryOfNote",
                    "summaryThatVoids",
                    "summaryOfTomorrow");

    private static final Buyer PERSON =
            new Buyer(
                    new BuyerDocument(BuyerDocumentType.DNI, "46027897"), "ROSA QUISPE MAMANI", "");

    private Samples() {}

    static FiscalDocument document(String name) {
        return switch (name) {
            case "factura" -> Bills.factura(1);
            case "facturaOfEverything" -> factura(Bills.everything());
            case "facturaNotSubject" -> factura(withNotSubject());
            case "onCredit" -> onCredit();
            case "boleta" -> Bills.boleta(1);
            case "everything" -> Bills.boleta(1, Bills.everything());
            case "boletaNotSubject" -> Bills.boleta(1, withNotSubject());
            case "credit" -> credited(Bills.factura(1));
            case "creditOnBoleta" -> credited(Bills.boleta(1));
            case "moved" ->
                    Bills.credited(
                            onCredit(),
                            CreditReason.PAYMENT_TERMS,
                            NoteContent.instalments(onCredit().payment()));
            case "debit" -> Bills.debited(Bills.factura(1), DebitReason.HIGHER_VALUE);
            case "debitOnBoleta" -> Bills.debited(Bills.boleta(1), DebitReason.HIGHER_VALUE);
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Received received(String name, String xml) throws SAXException {
        return new Received(document(name).key(), parsed(xml), TODAY);
    }

    static ReceivedSummary receivedFile(String name, String xml) throws SAXException {
        return new ReceivedSummary(fileName(name), parsed(xml), TODAY);
    }

    /** As it is written, before it is signed. */
    static String xml(String name) {
        return new String(
                OF_FILES.contains(name) ? file(name) : UblWriter.write(document(name)),
                StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) {
        var person =
                Bills.document(
                        DocumentType.BOLETA, "B001", 1, PERSON, told(), PaymentTerms.AT_ONCE);
        return switch (name) {
            case "notice", "noticeOfTomorrow" -> file(name, voiding(Bills.factura(1)));
            case "noticeOfTwo" -> file(name, voiding(Bills.factura(1)), voiding(Bills.factura(2)));
            case "summaryOfTwo" ->
                    file(name, adding(Bills.boleta(1, told())), adding(Bills.boleta(2, told())));
            case "summaryWithBuyer" -> file(name, adding(person));
            case "summaryOfNote" -> file(name, adding(credited(Bills.boleta(1))));
            case "summaryThatVoids" -> file(name, voiding(Bills.boleta(1, told())));
            default -> file(name, adding(Bills.boleta(1, told())));
        };
    }

    private static byte[] file(String name, Told... lines) {
        return SummaryXml.write(
                new SummaryIssued(
                        new SummaryId("summary-1"),
                        fileName(name),
                        "LA HUACA S.A.C.",
                        YESTERDAY,
                        Arrays.stream(lines).map(Told::line).toList(),
                        Instant.parse("2026-11-22T17:00:00Z")),
                List.of(lines));
    }

    private static SummaryName fileName(String name) {
        return new SummaryName(
                Bills.RUC,
                name.startsWith("notice") ? SummaryKind.VOIDING : SummaryKind.DAILY,
                name.endsWith("Tomorrow") ? TODAY.plusDays(1) : TODAY,
                1);
    }

    private static org.w3c.dom.Document parsed(String xml) throws SAXException {
        return SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static FiscalDocument factura(Sale sale) {
        return Bills.document(
                DocumentType.FACTURA, "F001", 1, Bills.COMPANY, sale, PaymentTerms.AT_ONCE);
    }

    private static FiscalDocument onCredit() {
        var half = Money.of("60.85");
        return Bills.factura(
                1,
                new PaymentTerms(
                        List.of(
                                new Instalment(half, LocalDate.of(2026, 12, 5)),
                                new Instalment(half, LocalDate.of(2026, 12, 20)))));
    }

    private static FiscalDocument credited(FiscalDocument original) {
        return Bills.credited(original, CreditReason.ANNULMENT, NoteContent.WHOLE);
    }

    private static Sale withNotSubject() {
        return Sale.of(
                YESTERDAY,
                Bills.REDUCED,
                List.of(
                        SoldItem.of("P01", "Lomo saltado", 3, Money.of("35.90"), Affectation.TAXED),
                        SoldItem.of("L01", "Vale", 1, Money.of("8.00"), Affectation.NOT_SUBJECT)));
    }

    /**
     * Everything but a discount after tax and coins: the sums of a daily summary have no place for
     * these, and SUNAT remarks on them (4027).
     */
    private static Sale told() {
        return new Sale(
                YESTERDAY,
                Bills.REDUCED,
                Bills.everything().items(),
                Money.of("10.00"),
                Money.ZERO,
                new BigDecimal("0.1"),
                Money.ZERO);
    }

    private static Told voiding(FiscalDocument document) {
        return told(document, Condition.VOID, "error de digitación");
    }

    private static Told adding(FiscalDocument document) {
        return told(document, Condition.ADD, "");
    }

    private static Told told(FiscalDocument document, Condition condition, String reason) {
        return new Told(
                new SummaryLine(new InvoiceId("invoice-1"), document.key(), condition, reason),
                Bills.issued(document),
                Optional.of(document.buyer()).filter(Buyer::isIdentified));
    }
}
