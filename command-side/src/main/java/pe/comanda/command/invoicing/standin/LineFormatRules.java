package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.ofLines;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What SUNAT checks on the form of each line. */
final class LineFormatRules {
    private static final Set<String> UNITS =
            Set.of("NIU", "ZZ", "KGM", "GRM", "LTR", "MLT", "BX", "PK", "DZN", "SET");
    private static final String PRICE = "PricingReference/AlternativeConditionPrice/";

    private LineFormatRules() {}

    static final List<Rule> ALL =
            List.of(
                    ofLines("2025", it -> !it.quantityText().matches("|" + Formats.TEN_DECIMALS))
                            .in(Received::isInvoice),
                    ofLines("2139", it -> !it.quantityText().matches("|" + Formats.TEN_DECIMALS))
                            .in(Received::isNote),
                    ofLines("2936", it -> !it.unit().isEmpty() && !UNITS.contains(it.unit())),
                    ofLines("2027", it -> it.text("Item/Description").length() > 500)
                            .in(Received::isInvoice),
                    ofLines("4084", it -> !it.text("Item/Description").matches("(?s).{3,500}"))
                            .in(Received::isNote),
                    ofLines("2370", it -> !it.text("LineExtensionAmount").matches(Formats.CENTS)),
                    ofLines(
                            "2369",
                            it ->
                                    !it.text("Price/PriceAmount")
                                            .matches("|" + Formats.TEN_DECIMALS)),
                    ofLines("2367", it -> !prices(it).allMatch(LineFormatRules::isPositive)),
                    ofLines(
                            "2410",
                            it ->
                                    !texts(it, PRICE + "PriceTypeCode")
                                            .allMatch(Set.of("01", "02")::contains)),
                    ofLines(
                            "2409",
                            it -> Formats.isTwice(texts(it, PRICE + "PriceTypeCode").toList())),
                    ofLines("3026", it -> it.all("TaxTotal").count() > 1),
                    ofLines(
                            "3021",
                            it -> !it.text("TaxTotal/TaxAmount").matches("|" + Formats.CENTS)),
                    ofLines(
                            "3031",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxableAmount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    ofLines(
                            "2033",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxAmount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    ofLines(
                            "3102",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxCategory/Percent")
                                            .allMatch(text -> text.matches(Formats.FACTOR))),
                    ofLines(
                            "2037",
                            it ->
                                    it.taxes()
                                            .anyMatch(
                                                    tax -> Formats.schemeOf(tax, "ID").isEmpty())),
                    ofLines(
                            "2036",
                            it ->
                                    !it.taxes()
                                            .allMatch(
                                                    tax ->
                                                            Formats.TRIBUTES.contains(
                                                                    Formats.schemeOf(tax, "ID")))),
                    ofLines(
                            "2996",
                            it ->
                                    it.taxes()
                                            .anyMatch(
                                                    tax ->
                                                            Formats.schemeOf(tax, "Name")
                                                                    .isEmpty())),
                    ofLines("3051", it -> it.taxes().anyMatch(Formats::isMisnamed)),
                    ofLines("2377", it -> it.taxes().anyMatch(Formats::hasAnotherType)),
                    ofLines(
                            "3067",
                            it ->
                                    Formats.isTwice(
                                            it.taxes()
                                                    .map(tax -> Formats.schemeOf(tax, "ID"))
                                                    .toList())),
                    ofLines("3223", LineFormatRules::isSoldInTwoWays),
                    ofLines("4269", it -> !codes(it).allMatch(code -> Formats.isText(code, 1, 30)))
                            .in(Received::isInvoice),
                    ofLines("4234", it -> !codes(it).allMatch(code -> Formats.isText(code, 1, 30)))
                            .in(Received::isNote));

    private static Stream<String> prices(ReceivedLine line) {
        return texts(line, PRICE + "PriceAmount");
    }

    private static boolean isPositive(String price) {
        return price.matches(Formats.TEN_DECIMALS);
    }

    /** One line bears one of IGV, exonerated, not subject, and free. */
    private static boolean isSoldInTwoWays(ReceivedLine line) {
        return line.taxes()
                        .filter(tax -> Received.number(Xml.text(tax, "TaxableAmount")).signum() > 0)
                        .map(tax -> Formats.schemeOf(tax, "ID"))
                        .filter(Formats.KINDS_OF_SALE::contains)
                        .distinct()
                        .count()
                > 1;
    }

    private static Stream<String> codes(ReceivedLine line) {
        return line.all("Item/SellersItemIdentification/ID").map(Element::getTextContent);
    }

    private static Stream<String> texts(ReceivedLine line, String path) {
        return line.all(path).map(it -> it.getTextContent().strip());
    }
}
