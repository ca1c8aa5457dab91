package pe.comanda.command.invoicing.sunat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import pe.comanda.command.invoicing.sunat.SummaryXml.Told;
import pe.comanda.domain.invoicing.CreditReason;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryLine;
import pe.comanda.domain.invoicing.SummaryLine.Condition;
import pe.comanda.domain.invoicing.SummaryName;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The structure of SUNAT's own files: which element stands where. SUNAT's schemas of RA and RC
 * ({@code sac}, over UBL 2.0) are published under no licence that lets them be kept here and are no
 * Maven artifact; so this says the same by hand, from the rule sheets of 2026-02-12.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SummarySchemaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String HEAD =
            """
            ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent
            cbc:UBLVersionID
            cbc:CustomizationID
            cbc:ID
            cbc:ReferenceDate
            cbc:IssueDate
            cac:Signature/cbc:ID
            cac:Signature/cac:SignatoryParty/cac:PartyIdentification/cbc:ID
            cac:Signature/cac:SignatoryParty/cac:PartyName/cbc:Name
            cac:Signature/cac:DigitalSignatureAttachment/cac:ExternalReference/cbc:URI
            cac:AccountingSupplierParty/cbc:CustomerAssignedAccountID
            cac:AccountingSupplierParty/cbc:AdditionalAccountID
            cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName
            """;

    @Test
    void a_notice_of_voiding_names_type_series_number_and_reason() throws Exception {
        assertThat(outline(SummaryKind.VOIDING, Bills.factura(7), Condition.VOID))
                .isEqualTo(
                        HEAD
                                + """
                                sac:VoidedDocumentsLine/cbc:LineID
                                sac:VoidedDocumentsLine/cbc:DocumentTypeCode
                                sac:VoidedDocumentsLine/sac:DocumentSerialID
                                sac:VoidedDocumentsLine/sac:DocumentNumberID
                                sac:VoidedDocumentsLine/sac:VoidReasonDescription
                                """);
    }

    /** {@code cac:Status}, never {@code sac:Status} (0306); a rate by each IGV (2992). */
    @Test
    void a_line_of_a_daily_summary_stands_in_the_schemas_order() throws Exception {
        assertThat(outline(SummaryKind.DAILY, Bills.boleta(7), Condition.ADD))
                .isEqualTo(
                        HEAD
                                + line(
                                        """
                                        cbc:LineID
                                        cbc:DocumentTypeCode
                                        cbc:ID
                                        cac:Status/cbc:ConditionCode
                                        sac:TotalAmount
                                        sac:BillingPayment/cbc:PaidAmount
                                        sac:BillingPayment/cbc:InstructionID
                                        """)
                                + line(tax(true)));
    }

    @Test
    void charges_bags_and_free_items_of_a_boleta_come_after_what_was_paid() throws Exception {
        var paid =
                """
                sac:BillingPayment/cbc:PaidAmount
                sac:BillingPayment/cbc:InstructionID
                """;
        assertThat(outline(SummaryKind.DAILY, Bills.boleta(7, Bills.everything()), Condition.ADD))
                .isEqualTo(
                        HEAD
                                + line(
                                        """
                                        cbc:LineID
                                        cbc:DocumentTypeCode
                                        cbc:ID
                                        cac:Status/cbc:ConditionCode
                                        sac:TotalAmount
                                        """)
                                + line(paid).repeat(3)
                                + line(
                                        """
                                        cac:AllowanceCharge/cbc:ChargeIndicator
                                        cac:AllowanceCharge/cbc:Amount
                                        """)
                                + line(tax(true))
                                + line(tax(false)));
    }

    @Test
    void a_note_names_the_boleta_that_it_changes_before_its_state() throws Exception {
        var note = Bills.credited(Bills.boleta(7), CreditReason.OTHER, NoteContent.WHOLE);
        assertThat(outline(SummaryKind.DAILY, note, Condition.ADD))
                .startsWith(
                        HEAD
                                + line(
                                        """
                                        cbc:LineID
                                        cbc:DocumentTypeCode
                                        cbc:ID
                                        cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID
                                        cac:BillingReference/cac:InvoiceDocumentReference/cbc:DocumentTypeCode
                                        cac:Status/cbc:ConditionCode
                                        """));
    }

    private static String line(String paths) {
        return paths.lines()
                .map(it -> "sac:SummaryDocumentsLine/" + it + "\n")
                .reduce("", String::concat);
    }

    private static String tax(boolean rated) {
        return """
        cac:TaxTotal/cbc:TaxAmount
        cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount
        %scac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cac:TaxScheme/cbc:ID
        cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cac:TaxScheme/cbc:Name
        cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cac:TaxScheme/cbc:TaxTypeCode
        """
                .formatted(
                        rated ? "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent\n" : "");
    }

    /** The paths of all elements that hold a text, in their order. */
    private static String outline(SummaryKind kind, FiscalDocument document, Condition condition)
            throws Exception {
        var line =
                new SummaryLine(
                        new InvoiceId("invoice-1"), document.key(), condition, "Mesa errada");
        var issued =
                new SummaryIssued(
                        new SummaryId("summary-1"),
                        new SummaryName(Bills.RUC, kind, DAY, 1),
                        "LA HUACA S.A.C.",
                        DAY,
                        List.of(line),
                        Instant.parse("2026-11-21T20:00:00Z"));
        var told = new Told(line, Bills.issued(document), Optional.empty());
        var paths = new StringBuilder();
        var root = SafeXml.parse(SummaryXml.write(issued, List.of(told))).getDocumentElement();
        leaves(root, "", paths);
        return paths.toString();
    }

    private static void leaves(Element element, String path, StringBuilder paths) {
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                leaf = false;
                leaves(inner, path + inner.getNodeName() + "/", paths);
            }
        }
        if (leaf) {
            paths.append(path, 0, path.length() - 1).append('\n');
        }
    }
}
