package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.ofLines;
import static pe.comanda.command.invoicing.standin.Rule.sum;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What SUNAT checks on discounts and charges of facturas and boletas; notes have none of these. */
final class AllowanceRules {
    /** What lowers or raises one line; the rest of catalogue 53 is about whole documents. */
    private static final Set<String> OF_LINES = Set.of("00", "01", "47", "48");

    private static final Set<String> CHARGES =
            Set.of("45", "46", "47", "48", "49", "50", "51", "52", "53");
    private static final Set<String> DISCOUNTS =
            Set.of("00", "01", "02", "03", "04", "05", "06", "20", "62", "63");

    static final List<Rule> ALL =
            Stream.of(
                            ofLines("3073", it -> reasons(it).anyMatch(String::isEmpty)),
                            ofLines(
                                    "2954",
                                    it -> !reasons(it).allMatch(Formats.ADJUSTMENTS::contains)),
                            ofLines(
                                    "4268",
                                    it ->
                                            reasons(it)
                                                    .anyMatch(
                                                            code ->
                                                                    Formats.ADJUSTMENTS.contains(
                                                                                    code)
                                                                            && !OF_LINES.contains(
                                                                                    code))),
                            ofLines(
                                    "2955",
                                    it ->
                                            !texts(it, "Amount")
                                                    .allMatch(text -> text.matches(Formats.CENTS))),
                            ofLines(
                                    "3052",
                                    it ->
                                            !texts(it, "MultiplierFactorNumeric")
                                                    .allMatch(
                                                            text -> text.matches(Formats.FACTOR))),
                            ofLines(
                                    "3053",
                                    it ->
                                            !texts(it, "BaseAmount")
                                                    .allMatch(text -> text.matches(Formats.CENTS))),
                            ofLines(
                                    "3290",
                                    "4289",
                                    it -> it.all("AllowanceCharge").anyMatch(Formats::isOff)),
                            check("3072", it -> it.texts(Formats.REASON).anyMatch(String::isEmpty)),
                            check(
                                    "3071",
                                    it ->
                                            !it.texts(Formats.REASON)
                                                    .allMatch(Formats.ADJUSTMENTS::contains)),
                            check(
                                    "4291",
                                    it -> it.texts(Formats.REASON).anyMatch(OF_LINES::contains)),
                            check(
                                    "3025",
                                    it ->
                                            !it.texts("AllowanceCharge/MultiplierFactorNumeric")
                                                    .allMatch(
                                                            text -> text.matches(Formats.FACTOR))),
                            check(
                                    "2968",
                                    it ->
                                            !it.texts("AllowanceCharge/Amount")
                                                    .allMatch(text -> text.matches(Formats.CENTS))),
                            check(
                                    "3016",
                                    it ->
                                            !it.texts("AllowanceCharge/BaseAmount")
                                                    .allMatch(text -> text.matches(Formats.CENTS))),
                            check("3114", AllowanceRules::pointsTheWrongWay),
                            sum(
                                    "3307",
                                    "4322",
                                    it ->
                                            it.all("AllowanceCharge").stream()
                                                    .anyMatch(Formats::isOff)))
                    .map(rule -> rule.in(Received::isInvoice))
                    .toList();

    private AllowanceRules() {}

    private static boolean pointsTheWrongWay(Received document) {
        return Stream.concat(
                        document.all("AllowanceCharge").stream(),
                        document.lines().stream().flatMap(line -> line.all("AllowanceCharge")))
                .anyMatch(
                        it ->
                                (CHARGES.contains(reason(it)) && !isCharge(it, "true"))
                                        || (DISCOUNTS.contains(reason(it))
                                                && !isCharge(it, "false")));
    }

    private static boolean isCharge(Element adjustment, String indicator) {
        return Xml.text(adjustment, "ChargeIndicator").equals(indicator);
    }

    private static String reason(Element adjustment) {
        return Xml.text(adjustment, "AllowanceChargeReasonCode");
    }

    private static Stream<String> reasons(ReceivedLine line) {
        return texts(line, "AllowanceChargeReasonCode");
    }

    private static Stream<String> texts(ReceivedLine line, String name) {
        return line.all("AllowanceCharge/" + name).map(it -> it.getTextContent().strip());
    }
}
