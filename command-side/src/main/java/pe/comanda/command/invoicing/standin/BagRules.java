package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.ofLines;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;
import pe.comanda.domain.tax.Icbper;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What SUNAT checks on the tax of plastic bags (ICBPER, Ley 30884). */
final class BagRules {
    private static final String PER_BAG = "TaxCategory/PerUnitAmount";

    static final List<Rule> ALL =
            List.of(
                    ofLines("3237", anyOf(tax -> count(tax).isEmpty())),
                    ofLines(
                            "2892",
                            anyOf(
                                    tax ->
                                            !count(tax).matches("[0-9]{1,5}")
                                                    || !Xml.text(tax, PER_BAG)
                                                            .matches("|" + Formats.FACTOR))),
                    ofLines(
                            "3236",
                            line ->
                                    bags(line)
                                            .anyMatch(
                                                    tax ->
                                                            hasBags(tax)
                                                                    && number(
                                                                                            tax,
                                                                                            "BaseUnitMeasure")
                                                                                    .compareTo(
                                                                                            line
                                                                                                    .quantity())
                                                                            != 0)),
                    ofLines(
                            "3238",
                            anyOf(tax -> hasBags(tax) && number(tax, PER_BAG).signum() == 0)),
                    ofLines(
                            "4320",
                            anyOf(
                                    tax ->
                                            !Xml.attribute(tax, "BaseUnitMeasure", "unitCode")
                                                    .matches("|NIU"))),
                    ofLines(
                            "4318",
                            anyOf(
                                    tax ->
                                            hasBags(tax)
                                                    && number(tax, PER_BAG)
                                                                    .multiply(
                                                                            number(
                                                                                    tax,
                                                                                    "BaseUnitMeasure"))
                                                                    .compareTo(
                                                                            number(
                                                                                    tax,
                                                                                    "TaxAmount"))
                                                            != 0)),
                    check("4237", BagRules::isOfAnotherYear));

    private BagRules() {}

    private static boolean isOfAnotherYear(Received document) {
        var issued = document.issued();
        return issued != null
                && document.lines().stream()
                        .flatMap(BagRules::bags)
                        .anyMatch(
                                tax ->
                                        hasBags(tax)
                                                && number(tax, PER_BAG)
                                                                .compareTo(
                                                                        Icbper.perBag(issued)
                                                                                .value())
                                                        != 0);
    }

    private static Predicate<ReceivedLine> anyOf(Predicate<Element> broken) {
        return line -> bags(line).anyMatch(broken);
    }

    private static Stream<Element> bags(ReceivedLine line) {
        return line.taxes().filter(tax -> Formats.schemeOf(tax, "ID").equals("7152"));
    }

    private static boolean hasBags(Element tax) {
        return number(tax, "BaseUnitMeasure").signum() > 0;
    }

    private static String count(Element tax) {
        return Xml.text(tax, "BaseUnitMeasure");
    }

    private static BigDecimal number(Element tax, String path) {
        return Received.number(Xml.text(tax, path));
    }
}
