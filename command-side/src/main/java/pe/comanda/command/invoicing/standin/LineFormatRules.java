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
                    ofLines("2025", it -> !it.quantityText().matches(Formats.TEN_DECIMALS)),
                    ofLines("2936", it -> !UNITS.contains(it.unit())),
                    ofLines("2027", it -> it.text("Item/Description").length() > 500),
                    ofLines("2370", it -> !it.text("LineExtensionAmount").matches(Formats.CENTS)),
                    ofLines(
                            "2369",
                            it -> !it.text("Price/PriceAmount").matches(Formats.TEN_DECIMALS)),
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
                    ofLines("3021", it -> !it.text("TaxTotal/TaxAmount").matches(Formats.CENTS)),
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
                    ofLines("3237", it -> bags(it).anyMatch(tax -> bagCount(tax).isEmpty())),
                    ofLines(
                            "2892",
                            it -> bags(it).anyMatch(tax -> !bagCount(tax).matches("[0-9]{1,5}"))),
                    ofLines(
                            "3236",
                            it ->
                                    bags(it).map(tax -> Received.number(bagCount(tax)))
                                            .anyMatch(
                                                    count ->
                                                            count.signum() > 0
                                                                    && count.compareTo(
                                                                                    it.quantity())
                                                                            != 0)),
                    ofLines(
                            "3238",
                            it ->
                                    bags(it).anyMatch(
                                                    tax ->
                                                            Received.number(bagCount(tax)).signum()
                                                                            > 0
                                                                    && Received.number(
                                                                                            Xml
                                                                                                    .text(
                                                                                                            tax,
                                                                                                            "TaxCategory/PerUnitAmount"))
                                                                                    .signum()
                                                                            == 0)),
                    ofLines("3073", it -> texts(it, Formats.REASON).anyMatch(String::isEmpty)),
                    ofLines(
                            "2954",
                            it ->
                                    !texts(it, Formats.REASON)
                                            .allMatch(Formats.ADJUSTMENTS::contains)),
                    ofLines(
                            "2955",
                            it ->
                                    !texts(it, "AllowanceCharge/Amount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    ofLines(
                            "3052",
                            it ->
                                    !texts(it, "AllowanceCharge/MultiplierFactorNumeric")
                                            .allMatch(text -> text.matches(Formats.FACTOR))),
                    ofLines(
                            "3053",
                            it ->
                                    !texts(it, "AllowanceCharge/BaseAmount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    ofLines(
                            "3290",
                            "4289",
                            it -> it.all("AllowanceCharge").anyMatch(Formats::isOff)));

    private static Stream<String> prices(ReceivedLine line) {
        return texts(line, PRICE + "PriceAmount");
    }

    private static boolean isPositive(String price) {
        return price.matches(Formats.TEN_DECIMALS);
    }

    private static Stream<Element> bags(ReceivedLine line) {
        return line.taxes().filter(tax -> Formats.schemeOf(tax, "ID").equals("7152"));
    }

    private static String bagCount(Element tax) {
        return Xml.text(tax, "BaseUnitMeasure");
    }

    private static Stream<String> texts(ReceivedLine line, String path) {
        return line.all(path).map(it -> it.getTextContent().strip());
    }
}
