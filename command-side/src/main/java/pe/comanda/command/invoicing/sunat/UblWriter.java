package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.Adjustment;
import pe.comanda.domain.invoicing.Correction;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.FiscalTotals;
import pe.comanda.domain.invoicing.Tribute;
import pe.comanda.domain.shared.Money;

import java.time.format.DateTimeFormatter;

/**
 * Writes a document as UblNames.SUNAT's dialect of UBL 2.1. Elements stand in the order of the
 * schema. Computes nothing: every amount comes from the document.
 */
public final class UblWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final UblXml xml;
    private final FiscalDocument document;
    private final Shape shape;
    private final UblParties parties;
    private final UblMoney money;
    private final UblLine lines;

    private UblWriter(UblXml xml, FiscalDocument document, Shape shape) {
        this.xml = xml;
        this.document = document;
        this.shape = shape;
        this.parties = new UblParties(xml);
        this.money = new UblMoney(xml, document.currency());
        this.lines = new UblLine(xml, money, shape.quantity);
    }

    /** The names by which the kinds of documents differ. */
    private enum Shape {
        INVOICE("Invoice", "cac:LegalMonetaryTotal", "cac:InvoiceLine", "cbc:InvoicedQuantity"),
        CREDIT_NOTE(
                "CreditNote",
                "cac:LegalMonetaryTotal",
                "cac:CreditNoteLine",
                "cbc:CreditedQuantity"),
        DEBIT_NOTE(
                "DebitNote",
                "cac:RequestedMonetaryTotal",
                "cac:DebitNoteLine",
                "cbc:DebitedQuantity");

        private final String root;
        private final String monetaryTotal;
        private final String line;
        private final String quantity;

        Shape(String root, String monetaryTotal, String line, String quantity) {
            this.root = root;
            this.monetaryTotal = monetaryTotal;
            this.line = line;
            this.quantity = quantity;
        }

        static Shape of(DocumentType type) {
            return switch (type) {
                case FACTURA, BOLETA -> INVOICE;
                case CREDIT_NOTE -> CREDIT_NOTE;
                case DEBIT_NOTE -> DEBIT_NOTE;
            };
        }
    }

    /** The document in UTF-8, not yet signed. */
    public static byte[] write(FiscalDocument document) {
        var shape = Shape.of(document.type());
        return UblXml.document(shape.root, xml -> new UblWriter(xml, document, shape).body());
    }

    private void body() {
        xml.text("cbc:UBLVersionID", "2.1");
        xml.text("cbc:CustomizationID", "2.0", "schemeAgencyName", UblNames.SUNAT);
        xml.text("cbc:ID", document.number());
        xml.text("cbc:IssueDate", document.issueDate());
        xml.text("cbc:IssueTime", TIME.format(document.issuedAt()));
        if (shape == Shape.INVOICE) {
            xml.text(
                    "cbc:InvoiceTypeCode",
                    document.type().code(),
                    "listID",
                    "0101",
                    "listAgencyName",
                    UblNames.SUNAT,
                    "listName",
                    "Tipo de Documento",
                    "listURI",
                    UblNames.CATALOGUE + "01");
        }
        for (var legend : document.legends()) {
            xml.text("cbc:Note", legend.text(), "languageLocaleID", legend.code());
        }
        xml.text(
                "cbc:DocumentCurrencyCode",
                document.currency(),
                "listID",
                "ISO 4217 Alpha",
                "listAgencyName",
                UblNames.UNECE,
                "listName",
                "Currency");
        correction(document.correction());
        UblParties.signature(xml, document.issuer().ruc(), document.issuer().legalName());
        xml.element(
                "cac:AccountingSupplierParty",
                () -> xml.element("cac:Party", () -> parties.supplier(document.issuer())));
        xml.element(
                "cac:AccountingCustomerParty",
                () -> xml.element("cac:Party", () -> parties.customer(document.buyer())));
        // Only facturas say how they are paid (3244), and notes that put other instalments in their
        // place (3257); a boleta that does is none of UblNames.SUNAT's business.
        if (document.type() == DocumentType.FACTURA || document.payment().isOnCredit()) {
            payment();
        }
        for (var adjustment : document.amounts().adjustments()) {
            adjustment(adjustment);
        }
        taxes(document.amounts().totals());
        totals(document.amounts().totals());
        for (var line : document.amounts().lines()) {
            xml.element(shape.line, () -> lines.write(line));
        }
    }

    private void correction(@Nullable Correction correction) {
        if (correction == null) {
            return;
        }
        xml.element(
                "cac:DiscrepancyResponse",
                () -> {
                    xml.text("cbc:ReferenceID", correction.number());
                    xml.text("cbc:ResponseCode", correction.reason());
                    xml.text("cbc:Description", correction.text());
                });
        xml.element(
                "cac:BillingReference",
                () ->
                        xml.element(
                                "cac:InvoiceDocumentReference",
                                () -> {
                                    xml.text("cbc:ID", correction.number());
                                    xml.text("cbc:DocumentTypeCode", correction.type().code());
                                }));
    }

    private void payment() {
        var terms = document.payment();
        if (!terms.isOnCredit()) {
            xml.element(
                    "cac:PaymentTerms",
                    () -> {
                        xml.text("cbc:ID", "FormaPago");
                        xml.text("cbc:PaymentMeansID", "Contado");
                    });
            return;
        }
        xml.element(
                "cac:PaymentTerms",
                () -> {
                    xml.text("cbc:ID", "FormaPago");
                    xml.text("cbc:PaymentMeansID", "Credito");
                    money.amount("cbc:Amount", terms.outstanding());
                });
        for (int i = 0; i < terms.instalments().size(); i++) {
            var instalment = terms.instalments().get(i);
            var name = "Cuota%03d".formatted(i + 1);
            xml.element(
                    "cac:PaymentTerms",
                    () -> {
                        xml.text("cbc:ID", "FormaPago");
                        xml.text("cbc:PaymentMeansID", name);
                        money.amount("cbc:Amount", instalment.amount());
                        xml.text("cbc:PaymentDueDate", instalment.due());
                    });
        }
    }

    private void adjustment(Adjustment adjustment) {
        money.allowanceCharge(
                adjustment.kind().isCharge(),
                adjustment.kind().code(),
                adjustment.factor(),
                adjustment.amount(),
                adjustment.base());
    }

    private void taxes(FiscalTotals totals) {
        xml.element(
                "cac:TaxTotal",
                () -> {
                    money.amount("cbc:TaxAmount", totals.taxes());
                    subtotal(Tribute.IGV, totals.taxed(), totals.igv());
                    subtotal(Tribute.EXONERATED, totals.exonerated(), Money.ZERO);
                    subtotal(Tribute.NOT_SUBJECT, totals.notSubject(), Money.ZERO);
                    subtotal(Tribute.FREE, totals.free(), totals.igvOfFree());
                    if (totals.icbper().isPositive()) {
                        xml.element(
                                "cac:TaxSubtotal",
                                () -> {
                                    money.amount("cbc:TaxAmount", totals.icbper());
                                    xml.element(
                                            "cac:TaxCategory", () -> money.scheme(Tribute.ICBPER));
                                });
                    }
                });
    }

    /** A tribute that a line has is in the header too, even at zero (2638). */
    private void subtotal(Tribute tribute, Money base, Money tax) {
        if (document.amounts().lines().stream().noneMatch(line -> line.tribute() == tribute)) {
            return;
        }
        xml.element(
                "cac:TaxSubtotal",
                () -> {
                    money.amount("cbc:TaxableAmount", base);
                    money.amount("cbc:TaxAmount", tax);
                    xml.element("cac:TaxCategory", () -> money.scheme(tribute));
                });
    }

    private void totals(FiscalTotals totals) {
        xml.element(
                shape.monetaryTotal,
                () -> {
                    money.amount("cbc:LineExtensionAmount", totals.lineExtension());
                    money.amount("cbc:TaxInclusiveAmount", totals.taxInclusive());
                    if (totals.allowances().isPositive()) {
                        money.amount("cbc:AllowanceTotalAmount", totals.allowances());
                    }
                    if (totals.charges().isPositive()) {
                        money.amount("cbc:ChargeTotalAmount", totals.charges());
                    }
                    if (!totals.rounding().isZero()) {
                        money.amount("cbc:PayableRoundingAmount", totals.rounding());
                    }
                    money.amount("cbc:PayableAmount", totals.payable());
                });
    }
}
