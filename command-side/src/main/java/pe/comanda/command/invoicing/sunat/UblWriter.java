package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.Adjustment;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.Correction;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.FiscalLine;
import pe.comanda.domain.invoicing.FiscalTotals;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.Tribute;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;

/**
 * Writes a document as SUNAT's dialect of UBL 2.1. Elements stand in the order of the schema.
 * Computes nothing: every amount comes from the document.
 */
public final class UblWriter {
    static final String SIGNATURE_ID = "SignatureSP";

    private static final String SUNAT = "PE:SUNAT";
    private static final String UNECE = "United Nations Economic Commission for Europe";
    private static final String CATALOGUE = "urn:pe:gob:sunat:cpe:see:gem:catalogos:catalogo";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final UblXml xml;
    private final FiscalDocument document;
    private final Shape shape;

    private UblWriter(UblXml xml, FiscalDocument document, Shape shape) {
        this.xml = xml;
        this.document = document;
        this.shape = shape;
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
        xml.text("cbc:CustomizationID", "2.0", "schemeAgencyName", SUNAT);
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
                    SUNAT,
                    "listName",
                    "Tipo de Documento",
                    "listURI",
                    CATALOGUE + "01");
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
                UNECE,
                "listName",
                "Currency");
        correction(document.correction());
        signature(xml, document.issuer().ruc(), document.issuer().legalName());
        xml.element(
                "cac:AccountingSupplierParty",
                () -> xml.element("cac:Party", () -> supplier(document.issuer())));
        xml.element(
                "cac:AccountingCustomerParty",
                () -> xml.element("cac:Party", () -> customer(document.buyer())));
        // Only facturas say how they are paid (3244), and notes that put other instalments in their
        // place (3257); a boleta that does is none of SUNAT's business.
        if (document.type() == DocumentType.FACTURA || document.payment().isOnCredit()) {
            payment();
        }
        for (var adjustment : document.amounts().adjustments()) {
            adjustment(adjustment);
        }
        taxes(document.amounts().totals());
        totals(document.amounts().totals());
        for (var line : document.amounts().lines()) {
            xml.element(shape.line, () -> line(line));
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

    /** Who signs, and where in the file that is. */
    static void signature(UblXml xml, Ruc ruc, String name) {
        xml.element(
                "cac:Signature",
                () -> {
                    xml.text("cbc:ID", ruc);
                    xml.element(
                            "cac:SignatoryParty",
                            () -> {
                                xml.element(
                                        "cac:PartyIdentification", () -> xml.text("cbc:ID", ruc));
                                xml.element("cac:PartyName", () -> xml.text("cbc:Name", name));
                            });
                    xml.element(
                            "cac:DigitalSignatureAttachment",
                            () ->
                                    xml.element(
                                            "cac:ExternalReference",
                                            () -> xml.text("cbc:URI", "#" + SIGNATURE_ID)));
                });
    }

    private void supplier(Issuer issuer) {
        identification("6", issuer.ruc().value());
        if (!issuer.tradeName().isBlank()) {
            xml.element("cac:PartyName", () -> xml.text("cbc:Name", issuer.tradeName()));
        }
        xml.element(
                "cac:PartyLegalEntity",
                () -> {
                    xml.text("cbc:RegistrationName", issuer.legalName());
                    xml.element(
                            "cac:RegistrationAddress",
                            () -> {
                                var address = issuer.address();
                                xml.optional(
                                        "cbc:ID",
                                        address.ubigeo(),
                                        "schemeAgencyName",
                                        "PE:INEI",
                                        "schemeName",
                                        "Ubigeos");
                                xml.text(
                                        "cbc:AddressTypeCode",
                                        issuer.establishment(),
                                        "listAgencyName",
                                        SUNAT,
                                        "listName",
                                        "Establecimientos anexos");
                                xml.optional("cbc:CityName", address.province());
                                xml.optional("cbc:CountrySubentity", address.department());
                                xml.optional("cbc:District", address.district());
                                if (!address.line().isBlank()) {
                                    xml.element(
                                            "cac:AddressLine",
                                            () -> xml.text("cbc:Line", address.line()));
                                }
                                xml.element(
                                        "cac:Country",
                                        () ->
                                                xml.text(
                                                        "cbc:IdentificationCode",
                                                        "PE",
                                                        "listID",
                                                        "ISO 3166-1",
                                                        "listAgencyName",
                                                        UNECE,
                                                        "listName",
                                                        "Country"));
                            });
                });
    }

    private void customer(Buyer buyer) {
        identification(buyer.document().type().code(), buyer.document().number());
        xml.element(
                "cac:PartyLegalEntity",
                () -> {
                    xml.text("cbc:RegistrationName", buyer.name());
                    if (buyer.address().length() >= 3) {
                        xml.element(
                                "cac:RegistrationAddress",
                                () ->
                                        xml.element(
                                                "cac:AddressLine",
                                                () -> xml.text("cbc:Line", buyer.address())));
                    }
                });
    }

    private void identification(String type, String number) {
        xml.element(
                "cac:PartyIdentification",
                () ->
                        xml.text(
                                "cbc:ID",
                                number,
                                "schemeID",
                                type,
                                "schemeName",
                                "Documento de Identidad",
                                "schemeAgencyName",
                                SUNAT,
                                "schemeURI",
                                CATALOGUE + "06"));
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
                    amount("cbc:Amount", terms.outstanding());
                });
        for (int i = 0; i < terms.instalments().size(); i++) {
            var instalment = terms.instalments().get(i);
            var name = "Cuota%03d".formatted(i + 1);
            xml.element(
                    "cac:PaymentTerms",
                    () -> {
                        xml.text("cbc:ID", "FormaPago");
                        xml.text("cbc:PaymentMeansID", name);
                        amount("cbc:Amount", instalment.amount());
                        xml.text("cbc:PaymentDueDate", instalment.due());
                    });
        }
    }

    private void adjustment(Adjustment adjustment) {
        allowanceCharge(
                adjustment.kind().isCharge(),
                adjustment.kind().code(),
                adjustment.factor(),
                adjustment.amount(),
                adjustment.base());
    }

    private void allowanceCharge(
            boolean charge, String reason, BigDecimal factor, Money amount, Money base) {
        xml.element(
                "cac:AllowanceCharge",
                () -> {
                    xml.text("cbc:ChargeIndicator", charge);
                    xml.text(
                            "cbc:AllowanceChargeReasonCode",
                            reason,
                            "listAgencyName",
                            SUNAT,
                            "listName",
                            "Cargo/descuento",
                            "listURI",
                            CATALOGUE + "53");
                    xml.text(
                            "cbc:MultiplierFactorNumeric",
                            factor.setScale(5, RoundingMode.HALF_UP).toPlainString());
                    amount("cbc:Amount", amount);
                    amount("cbc:BaseAmount", base);
                });
    }

    private void taxes(FiscalTotals totals) {
        xml.element(
                "cac:TaxTotal",
                () -> {
                    amount("cbc:TaxAmount", totals.taxes());
                    subtotal(Tribute.IGV, totals.taxed(), totals.igv());
                    subtotal(Tribute.EXONERATED, totals.exonerated(), Money.ZERO);
                    subtotal(Tribute.NOT_SUBJECT, totals.notSubject(), Money.ZERO);
                    subtotal(Tribute.FREE, totals.free(), totals.igvOfFree());
                    if (totals.icbper().isPositive()) {
                        xml.element(
                                "cac:TaxSubtotal",
                                () -> {
                                    amount("cbc:TaxAmount", totals.icbper());
                                    xml.element("cac:TaxCategory", () -> scheme(Tribute.ICBPER));
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
                    amount("cbc:TaxableAmount", base);
                    amount("cbc:TaxAmount", tax);
                    xml.element("cac:TaxCategory", () -> scheme(tribute));
                });
    }

    private void scheme(Tribute tribute) {
        xml.element(
                "cac:TaxScheme",
                () -> {
                    xml.text(
                            "cbc:ID",
                            tribute.code(),
                            "schemeName",
                            "Codigo de tributos",
                            "schemeAgencyName",
                            SUNAT,
                            "schemeURI",
                            CATALOGUE + "05");
                    xml.text("cbc:Name", tribute.label());
                    xml.text("cbc:TaxTypeCode", tribute.international());
                });
    }

    private void totals(FiscalTotals totals) {
        xml.element(
                shape.monetaryTotal,
                () -> {
                    amount("cbc:LineExtensionAmount", totals.lineExtension());
                    amount("cbc:TaxInclusiveAmount", totals.taxInclusive());
                    if (totals.allowances().isPositive()) {
                        amount("cbc:AllowanceTotalAmount", totals.allowances());
                    }
                    if (totals.charges().isPositive()) {
                        amount("cbc:ChargeTotalAmount", totals.charges());
                    }
                    if (!totals.rounding().isZero()) {
                        amount("cbc:PayableRoundingAmount", totals.rounding());
                    }
                    amount("cbc:PayableAmount", totals.payable());
                });
    }

    private void line(FiscalLine line) {
        xml.text("cbc:ID", line.position());
        xml.text(
                shape.quantity,
                line.quantity(),
                "unitCode",
                line.unit(),
                "unitCodeListID",
                "UN/ECE rec 20",
                "unitCodeListAgencyName",
                UNECE);
        amount("cbc:LineExtensionAmount", line.value());
        xml.element(
                "cac:PricingReference",
                () ->
                        xml.element(
                                "cac:AlternativeConditionPrice",
                                () -> {
                                    amount(
                                            "cbc:PriceAmount",
                                            line.isFree() ? line.unitValue() : line.unitPrice());
                                    xml.text(
                                            "cbc:PriceTypeCode",
                                            line.isFree() ? "02" : "01",
                                            "listName",
                                            "Tipo de Precio",
                                            "listAgencyName",
                                            SUNAT,
                                            "listURI",
                                            CATALOGUE + "16");
                                }));
        if (line.isDiscounted()) {
            var factor =
                    line.discount()
                            .value()
                            .divide(line.discountBase().value(), 5, RoundingMode.HALF_UP);
            allowanceCharge(false, "00", factor, line.discount(), line.discountBase());
        }
        xml.element(
                "cac:TaxTotal",
                () -> {
                    amount(
                            "cbc:TaxAmount",
                            (line.isFree() ? Money.ZERO : line.igv()).plus(line.icbper()));
                    lineTax(line);
                    if (line.bags() > 0) {
                        bags(line);
                    }
                });
        xml.element(
                "cac:Item",
                () -> {
                    xml.text("cbc:Description", line.description());
                    if (!line.code().isBlank()) {
                        xml.element(
                                "cac:SellersItemIdentification",
                                () -> xml.text("cbc:ID", line.code()));
                    }
                });
        xml.element(
                "cac:Price",
                () ->
                        amount(
                                "cbc:PriceAmount",
                                line.isFree() ? BigDecimal.ZERO : line.unitValue()));
    }

    private void lineTax(FiscalLine line) {
        xml.element(
                "cac:TaxSubtotal",
                () -> {
                    amount("cbc:TaxableAmount", line.value());
                    amount("cbc:TaxAmount", line.igv());
                    xml.element(
                            "cac:TaxCategory",
                            () -> {
                                xml.text("cbc:Percent", line.percent().toPlainString());
                                xml.text(
                                        "cbc:TaxExemptionReasonCode",
                                        line.affectation().code(),
                                        "listAgencyName",
                                        SUNAT,
                                        "listName",
                                        "Afectacion del IGV",
                                        "listURI",
                                        CATALOGUE + "07");
                                scheme(line.tribute());
                            });
                });
    }

    private void bags(FiscalLine line) {
        xml.element(
                "cac:TaxSubtotal",
                () -> {
                    amount("cbc:TaxAmount", line.icbper());
                    xml.text("cbc:BaseUnitMeasure", line.bags(), "unitCode", "NIU");
                    xml.element(
                            "cac:TaxCategory",
                            () -> {
                                amount("cbc:PerUnitAmount", line.icbperPerBag());
                                scheme(Tribute.ICBPER);
                            });
                });
    }

    private void amount(String name, Money amount) {
        xml.text(name, amount, "currencyID", document.currency());
    }

    private void amount(String name, BigDecimal amount) {
        xml.text(name, amount.toPlainString(), "currencyID", document.currency());
    }
}
