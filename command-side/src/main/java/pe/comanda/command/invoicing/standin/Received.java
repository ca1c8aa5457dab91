package pe.comanda.command.invoicing.standin;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;
import pe.comanda.domain.invoicing.DocumentKey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** A document as it came in, with the questions that the rules ask of it. */
record Received(DocumentKey key, Document xml, LocalDate today) {

    Element root() {
        return xml.getDocumentElement();
    }

    String text(String path) {
        return Xml.text(root(), path);
    }

    String attribute(String path, String name) {
        return Xml.attribute(root(), path, name);
    }

    List<Element> all(String path) {
        return Xml.all(root(), path);
    }

    Stream<String> texts(String path) {
        return all(path).stream().map(it -> it.getTextContent().strip());
    }

    /** With the blanks around them. */
    Stream<String> rawTexts(String path) {
        return all(path).stream().map(Element::getTextContent);
    }

    /** Codes of catalogue 52. */
    List<String> legends() {
        return all("Note").stream()
                .map(note -> note.getAttribute("languageLocaleID"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    BigDecimal amount(String path) {
        return number(text(path));
    }

    boolean isFactura() {
        return text("InvoiceTypeCode").equals("01");
    }

    boolean isBoleta() {
        return text("InvoiceTypeCode").equals("03");
    }

    boolean isNote() {
        return !isInvoice();
    }

    boolean isCreditNote() {
        return "CreditNote".equals(root().getLocalName());
    }

    boolean isDebitNote() {
        return "DebitNote".equals(root().getLocalName());
    }

    /** A factura, or a note that may put other instalments in the place of a factura's. */
    boolean tellsHowItIsPaid() {
        return isFactura() || isCreditNote();
    }

    boolean isInvoice() {
        return "Invoice".equals(root().getLocalName());
    }

    /** Null where the date is missing or no date. */
    @Nullable LocalDate issued() {
        return date(text("IssueDate"));
    }

    String buyerType() {
        return attribute("AccountingCustomerParty/Party/PartyIdentification/ID", "schemeID");
    }

    String buyerNumber() {
        return text("AccountingCustomerParty/Party/PartyIdentification/ID");
    }

    String payable() {
        return text(monetaryTotal() + "/PayableAmount");
    }

    String monetaryTotal() {
        return "DebitNote".equals(root().getLocalName())
                ? "RequestedMonetaryTotal"
                : "LegalMonetaryTotal";
    }

    List<ReceivedLine> lines() {
        return all(root().getLocalName() + "Line").stream().map(ReceivedLine::new).toList();
    }

    /** Sum of the lines under a tribute. */
    BigDecimal linesUnder(String tribute) {
        return lines().stream()
                .filter(line -> line.tribute().equals(tribute))
                .map(ReceivedLine::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The header's part about a tribute, or null. */
    @Nullable Element header(String tribute) {
        return all("TaxTotal/TaxSubtotal").stream()
                .filter(it -> Xml.text(it, "TaxCategory/TaxScheme/ID").equals(tribute))
                .findFirst()
                .orElse(null);
    }

    BigDecimal headerBase(String tribute) {
        var header = header(tribute);
        return header == null ? BigDecimal.ZERO : number(Xml.text(header, "TaxableAmount"));
    }

    BigDecimal headerTax(String tribute) {
        var header = header(tribute);
        return header == null ? BigDecimal.ZERO : number(Xml.text(header, "TaxAmount"));
    }

    /** Sum of the discounts or charges on the whole document with this code of catalogue 53. */
    BigDecimal adjustments(String code) {
        return all("AllowanceCharge").stream()
                .filter(it -> Xml.text(it, "AllowanceChargeReasonCode").equals(code))
                .map(it -> number(Xml.text(it, "Amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Ways of paying by their name: Contado, Credito, Cuota001. */
    List<Element> payments() {
        return all("PaymentTerms").stream()
                .filter(it -> Xml.text(it, "ID").equals("FormaPago"))
                .toList();
    }

    static BigDecimal number(String text) {
        return text.matches("-?[0-9]{1,12}(\\.[0-9]{1,10})?")
                ? new BigDecimal(text)
                : BigDecimal.ZERO;
    }

    static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
