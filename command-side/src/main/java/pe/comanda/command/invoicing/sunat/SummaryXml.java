package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalTotals;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryLine;
import pe.comanda.domain.invoicing.Tribute;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Writes daily summaries (RC, 1.1) and notices of voiding (RA, 1.0): SUNAT's own elements over UBL
 * 2.0, in the order of its schema.
 */
public final class SummaryXml {
    /** SUNAT takes 100 characters of a name here, where a document takes 1500 (2228). */
    private static final int LONGEST_NAME = 100;

    private final UblXml xml;
    private final SummaryIssued summary;

    private SummaryXml(UblXml xml, SummaryIssued summary) {
        this.xml = xml;
        this.summary = summary;
    }

    /**
     * A document with all that a line may tell of it.
     *
     * @param buyer empty where the person was forgotten
     */
    public record Told(SummaryLine line, InvoiceIssued document, Optional<Buyer> buyer) {}

    /** The file in UTF-8, not yet signed. */
    public static byte[] write(SummaryIssued summary, List<Told> lines) {
        var voiding = summary.name().kind() == SummaryKind.VOIDING;
        return UblXml.sunatDocument(
                voiding ? "VoidedDocuments" : "SummaryDocuments",
                xml -> new SummaryXml(xml, summary).body(voiding, lines));
    }

    private void body(boolean voiding, List<Told> lines) {
        var name = summary.legalName();
        var shortened = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        xml.text("cbc:UBLVersionID", "2.0");
        xml.text("cbc:CustomizationID", voiding ? "1.0" : "1.1");
        xml.text("cbc:ID", summary.name().id());
        xml.text("cbc:ReferenceDate", summary.referenceDate());
        xml.text("cbc:IssueDate", summary.name().day());
        UblParties.signature(xml, summary.name().ruc(), shortened);
        xml.element(
                "cac:AccountingSupplierParty",
                () -> {
                    xml.text("cbc:CustomerAssignedAccountID", summary.name().ruc());
                    xml.text("cbc:AdditionalAccountID", "6");
                    xml.element(
                            "cac:Party",
                            () ->
                                    xml.element(
                                            "cac:PartyLegalEntity",
                                            () -> xml.text("cbc:RegistrationName", shortened)));
                });
        for (int i = 0; i < lines.size(); i++) {
            var position = i + 1;
            var told = lines.get(i);
            if (voiding) {
                xml.element("sac:VoidedDocumentsLine", () -> voided(position, told.line()));
            } else {
                xml.element("sac:SummaryDocumentsLine", () -> summarized(position, told));
            }
        }
    }

    private void voided(int position, SummaryLine line) {
        var number = line.document().number();
        xml.text("cbc:LineID", position);
        xml.text("cbc:DocumentTypeCode", line.document().type().code());
        xml.text("sac:DocumentSerialID", number.series());
        xml.text("sac:DocumentNumberID", number.number());
        xml.text("sac:VoidReasonDescription", line.reason());
    }

    private void summarized(int position, Told told) {
        var document = told.document();
        var totals = document.totals();
        xml.text("cbc:LineID", position);
        xml.text("cbc:DocumentTypeCode", document.type().code());
        xml.text("cbc:ID", document.key().number());
        told.buyer().filter(Buyer::isIdentified).ifPresent(this::customer);
        correction(document);
        xml.element(
                "cac:Status", () -> xml.text("cbc:ConditionCode", told.line().condition().code()));
        // What was paid, as on paper and as SUNAT is asked for it later. A discount after tax has
        // no
        // element here (2263 takes charges only), so above five soles SUNAT remarks on it (4027);
        // no
        // bill of ours has one: what SaleOf takes off lowers the base.
        amount("sac:TotalAmount", totals.payable(), document);
        paid(totals.taxed(), "01", document);
        paid(totals.exonerated(), "02", document);
        paid(totals.notSubject(), "03", document);
        paid(totals.free(), "05", document);
        if (totals.charges().isPositive()) {
            xml.element(
                    "cac:AllowanceCharge",
                    () -> {
                        xml.text("cbc:ChargeIndicator", true);
                        amount("cbc:Amount", totals.charges(), document);
                    });
        }
        taxes(totals, document);
    }

    private void customer(Buyer buyer) {
        xml.element(
                "cac:AccountingCustomerParty",
                () -> {
                    xml.text("cbc:CustomerAssignedAccountID", buyer.document().number());
                    xml.text("cbc:AdditionalAccountID", buyer.document().type().code());
                });
    }

    private void correction(InvoiceIssued document) {
        var correction = document.correction();
        if (correction == null) {
            return;
        }
        xml.element(
                "cac:BillingReference",
                () ->
                        xml.element(
                                "cac:InvoiceDocumentReference",
                                () -> {
                                    xml.text("cbc:ID", correction.number());
                                    xml.text("cbc:DocumentTypeCode", DocumentType.BOLETA.code());
                                }));
    }

    private void paid(Money amount, String kind, InvoiceIssued document) {
        if (amount.isPositive()) {
            xml.element(
                    "sac:BillingPayment",
                    () -> {
                        amount("cbc:PaidAmount", amount, document);
                        xml.text("cbc:InstructionID", kind);
                    });
        }
    }

    /** IGV is told even where it is nothing (2278), with its rate (2992). */
    private void taxes(FiscalTotals totals, InvoiceIssued document) {
        tax(Tribute.IGV, totals.igv(), document.rate().movePointRight(2), document);
        if (totals.icbper().isPositive()) {
            tax(Tribute.ICBPER, totals.icbper(), null, document);
        }
    }

    private void tax(
            Tribute tribute, Money amount, @Nullable BigDecimal percent, InvoiceIssued document) {
        xml.element(
                "cac:TaxTotal",
                () -> {
                    amount("cbc:TaxAmount", amount, document);
                    xml.element(
                            "cac:TaxSubtotal",
                            () -> {
                                amount("cbc:TaxAmount", amount, document);
                                xml.element(
                                        "cac:TaxCategory",
                                        () -> {
                                            if (percent != null) {
                                                xml.text(
                                                        "cbc:Percent",
                                                        percent.stripTrailingZeros()
                                                                .toPlainString());
                                            }
                                            xml.element(
                                                    "cac:TaxScheme",
                                                    () -> {
                                                        xml.text("cbc:ID", tribute.code());
                                                        xml.text("cbc:Name", tribute.label());
                                                        xml.text(
                                                                "cbc:TaxTypeCode",
                                                                tribute.international());
                                                    });
                                        });
                            });
                });
    }

    private void amount(String name, Money amount, InvoiceIssued document) {
        xml.text(name, amount, "currencyID", document.currency());
    }
}
