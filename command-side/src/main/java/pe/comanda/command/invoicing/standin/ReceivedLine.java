package pe.comanda.command.invoicing.standin;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** One line of a document as it came in. */
record ReceivedLine(Element line) {

    String id() {
        return Xml.text(line, "ID");
    }

    private String quantityName() {
        return switch (line.getLocalName()) {
            case "CreditNoteLine" -> "CreditedQuantity";
            case "DebitNoteLine" -> "DebitedQuantity";
            default -> "InvoicedQuantity";
        };
    }

    String quantityText() {
        return Xml.text(line, quantityName());
    }

    Stream<Element> all(String path) {
        return Xml.all(line, path).stream();
    }

    /** Its taxes, one for each tribute. */
    Stream<Element> taxes() {
        return all("TaxTotal/TaxSubtotal");
    }

    BigDecimal quantity() {
        return amount(quantityName());
    }

    String unit() {
        return Xml.attribute(line, quantityName(), "unitCode");
    }

    BigDecimal value() {
        return amount("LineExtensionAmount");
    }

    String text(String path) {
        return Xml.text(line, path);
    }

    BigDecimal amount(String path) {
        return Received.number(Xml.text(line, path));
    }

    boolean has(String path) {
        return !Xml.all(line, path).isEmpty();
    }

    boolean isFree() {
        return tribute().equals("9996");
    }

    /** The tribute that the line's value counts under, or empty. */
    String tribute() {
        return subtotals("TaxableAmount")
                .map(it -> Xml.text(it, "TaxCategory/TaxScheme/ID"))
                .findFirst()
                .orElse("");
    }

    BigDecimal tax() {
        return subtotals("TaxableAmount")
                .map(it -> Received.number(Xml.text(it, "TaxAmount")))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    BigDecimal base() {
        return subtotals("TaxableAmount")
                .map(it -> Received.number(Xml.text(it, "TaxableAmount")))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    String percent() {
        return subtotals("TaxableAmount")
                .map(it -> Xml.text(it, "TaxCategory/Percent"))
                .findFirst()
                .orElse("");
    }

    BigDecimal rate() {
        return Received.number(percent()).movePointLeft(2);
    }

    String affectation() {
        return subtotals("TaxableAmount")
                .map(it -> Xml.text(it, "TaxCategory/TaxExemptionReasonCode"))
                .findFirst()
                .orElse("");
    }

    boolean bearsRate() {
        return affectation().startsWith("1");
    }

    BigDecimal icbper() {
        return Xml.all(line, "TaxTotal/TaxSubtotal").stream()
                .filter(it -> Xml.text(it, "TaxCategory/TaxScheme/ID").equals("7152"))
                .map(it -> Received.number(Xml.text(it, "TaxAmount")))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** Discounts that lower the base. */
    BigDecimal discount() {
        return Xml.all(line, "AllowanceCharge").stream()
                .filter(it -> Xml.text(it, "AllowanceChargeReasonCode").equals("00"))
                .map(it -> Received.number(Xml.text(it, "Amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<Element> subtotals(String with) {
        return Xml.all(line, "TaxTotal/TaxSubtotal").stream()
                .filter(it -> !Xml.text(it, with).isEmpty());
    }
}
