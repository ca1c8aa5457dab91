package pe.comanda.command.invoicing.standin;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.standin.ReceivedSummary.Line;
import pe.comanda.command.invoicing.standin.SummaryRules.Check;
import pe.comanda.command.invoicing.sunat.Xml;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What SUNAT checks on each line of a daily summary (RC). */
final class SummaryLineRules {
    private static final BigDecimal ANONYMOUS_UP_TO = Money.of("700.00").value();

    /** SUNAT forgives five soles here, where it forgives one on a document. */
    private static final BigDecimal TOLERANCE = new BigDecimal("5");

    private static final String BUYER = "AccountingCustomerParty";
    private static final String BUYER_TYPE = "AccountingCustomerParty/AdditionalAccountID";
    private static final String BUYER_NUMBER = "AccountingCustomerParty/CustomerAssignedAccountID";
    private static final String CHANGED = "BillingReference/InvoiceDocumentReference/";
    private static final String TRIBUTE = "TaxTotal/TaxSubtotal/TaxCategory/TaxScheme/";

    static final List<Check<Line>> ALL =
            Stream.of(identity(), buyer(), changed(), amounts(), taxes())
                    .flatMap(List::stream)
                    .toList();

    static final List<Check<Line>> REMARKS =
            List.of(
                    new Check<>(
                            "4207",
                            it ->
                                    it.text(BUYER_TYPE).equals("1")
                                            && !it.text(BUYER_NUMBER).matches("[0-9]{8}")),
                    new Check<>(
                            "4208",
                            it ->
                                    it.text(BUYER_TYPE).matches("[047ABCDEFG]")
                                            && !it.text(BUYER_NUMBER).matches("\\S{1,20}")),
                    new Check<>("4019", SummaryLineRules::isTaxedOtherwise),
                    new Check<>(
                            "4027",
                            it ->
                                    isOff(
                                            it.total(),
                                            paid(it, "01")
                                                    .add(paid(it, "02"))
                                                    .add(paid(it, "03"))
                                                    .add(sum(it, "TaxTotal/TaxAmount"))
                                                    .add(sum(it, "AllowanceCharge/Amount")))));

    private SummaryLineRules() {}

    private static List<Check<Line>> identity() {
        return List.of(
                new Check<>("2238", it -> !it.text("LineID").matches("-?[0-9]{1,5}")),
                new Check<>("2239", it -> Integer.parseInt(it.text("LineID")) < 1),
                new Check<>("2242", it -> it.type().isEmpty()),
                new Check<>("2241", it -> !Set.of("03", "07", "08").contains(it.type())),
                new Check<>("2512", it -> it.number().isEmpty()),
                new Check<>("2513", it -> !isNumber(it.number())),
                new Check<>("2522", it -> it.condition().isEmpty()),
                new Check<>("2896", it -> !Set.of("1", "2", "3").contains(it.condition())));
    }

    private static List<Check<Line>> buyer() {
        return List.of(
                new Check<>(
                        "2514", it -> it.total().compareTo(ANONYMOUS_UP_TO) > 0 && !it.has(BUYER)),
                new Check<>("2014", it -> it.has(BUYER) && it.text(BUYER_NUMBER).isEmpty()),
                new Check<>("2015", it -> it.has(BUYER) && it.text(BUYER_TYPE).isEmpty()),
                new Check<>(
                        "2016", it -> it.has(BUYER) && !it.text(BUYER_TYPE).matches("[01467A-G-]")),
                new Check<>(
                        "2017",
                        it ->
                                it.text(BUYER_TYPE).equals("6")
                                        && !it.text(BUYER_NUMBER).matches("[0-9]{11}")));
    }

    private static List<Check<Line>> changed() {
        return List.of(
                new Check<>("2582", it -> it.type().equals("03") && it.has("BillingReference")),
                new Check<>("2524", it -> tellsOfNote(it) && it.text(CHANGED + "ID").isEmpty()),
                new Check<>(
                        "2583",
                        it -> tellsOfNote(it) && it.text(CHANGED + "DocumentTypeCode").isEmpty()),
                new Check<>(
                        "2513",
                        it ->
                                tellsOfNote(it)
                                        && !it.text(CHANGED + "DocumentTypeCode").equals("03")),
                new Check<>("2920", it -> tellsOfNote(it) && !isNumber(it.text(CHANGED + "ID"))));
    }

    private static List<Check<Line>> amounts() {
        return List.of(
                new Check<>("2251", it -> !isAmount(it.text("TotalAmount"))),
                new Check<>("2071", SummaryLineRules::mixesCurrencies),
                new Check<>("2255", it -> lacks(it.all("BillingPayment"), "PaidAmount")),
                new Check<>("2254", it -> !areAmounts(it, "BillingPayment/PaidAmount")),
                new Check<>("2257", it -> lacks(it.all("BillingPayment"), "InstructionID")),
                new Check<>(
                        "2256",
                        it ->
                                !it.texts("BillingPayment/InstructionID")
                                        .allMatch(kind -> kind.matches("0[1-5]"))),
                new Check<>(
                        "2357",
                        it -> Formats.isTwice(it.texts("BillingPayment/InstructionID").toList())),
                new Check<>(
                        "2263",
                        it ->
                                !it.texts("AllowanceCharge/ChargeIndicator")
                                        .allMatch("true"::equals)),
                new Check<>(
                        "2411",
                        it ->
                                Formats.isTwice(
                                        it.texts("AllowanceCharge/ChargeIndicator").toList())),
                new Check<>("2261", it -> !areAmounts(it, "AllowanceCharge/Amount")),
                new Check<>(
                        "2266",
                        it ->
                                it.texts("AllowanceCharge/Amount")
                                        .anyMatch(
                                                amount -> Received.number(amount).signum() == 0)));
    }

    private static List<Check<Line>> taxes() {
        return List.of(
                new Check<>("2048", it -> !areAmounts(it, "TaxTotal/TaxAmount")),
                new Check<>(
                        "2344",
                        it ->
                                it.all("TaxTotal").stream()
                                        .anyMatch(
                                                tax ->
                                                        !Xml.text(tax, "TaxAmount")
                                                                .equals(
                                                                        Xml.text(
                                                                                tax,
                                                                                "TaxSubtotal/TaxAmount")))),
                new Check<>(
                        "2269",
                        it -> lacks(it.all(TRIBUTE.substring(0, TRIBUTE.length() - 1)), "ID")),
                new Check<>(
                        "2268",
                        it -> !it.texts(TRIBUTE + "ID").allMatch(Formats.TRIBUTES::contains)),
                new Check<>("2355", it -> Formats.isTwice(it.texts(TRIBUTE + "ID").toList())),
                new Check<>("2278", it -> it.taxes("1000").isEmpty()),
                new Check<>(
                        "2271",
                        it -> it.taxes("1000").stream().anyMatch(tax -> igv(tax).isEmpty())),
                new Check<>(
                        "2276",
                        it -> it.taxes("1000").stream().anyMatch(tax -> !igv(tax).equals("IGV"))),
                new Check<>(
                        "2992",
                        it ->
                                it.taxes("1000").stream()
                                        .anyMatch(
                                                tax ->
                                                        Xml.text(tax, "TaxCategory/Percent")
                                                                .isEmpty())));
    }

    private static boolean tellsOfNote(Line line) {
        return !line.type().equals("03") && !line.condition().equals("3");
    }

    private static boolean isNumber(String text) {
        return text.matches("B[A-Z0-9]{3}-(?!0+$)[0-9]{1,8}");
    }

    private static boolean isAmount(String text) {
        return text.matches(Formats.CENTS);
    }

    private static boolean areAmounts(Line line, String path) {
        return line.texts(path).allMatch(SummaryLineRules::isAmount);
    }

    private static boolean lacks(List<Element> all, String name) {
        return all.stream().anyMatch(it -> Xml.text(it, name).isEmpty());
    }

    private static String igv(Element tax) {
        return Xml.text(tax, "TaxCategory/TaxScheme/Name");
    }

    private static boolean mixesCurrencies(Line line) {
        return Stream.of("TotalAmount", "BillingPayment/PaidAmount", "TaxTotal/TaxAmount")
                        .flatMap(path -> line.all(path).stream())
                        .map(it -> it.getAttribute("currencyID"))
                        .distinct()
                        .count()
                > 1;
    }

    /** IGV is what its rate makes of what is taxed. */
    private static boolean isTaxedOtherwise(Line line) {
        return line.taxes("1000").stream()
                .anyMatch(
                        tax -> {
                            var igv = Received.number(Xml.text(tax, "TaxAmount"));
                            var rate =
                                    Received.number(Xml.text(tax, "TaxCategory/Percent"))
                                            .movePointLeft(2);
                            return igv.signum() > 0 && isOff(igv, paid(line, "01").multiply(rate));
                        });
    }

    private static boolean isOff(BigDecimal amount, BigDecimal expected) {
        return amount.subtract(expected).abs().compareTo(TOLERANCE) > 0;
    }

    private static BigDecimal paid(Line line, String kind) {
        return line.all("BillingPayment").stream()
                .filter(it -> Xml.text(it, "InstructionID").equals(kind))
                .map(it -> Received.number(Xml.text(it, "PaidAmount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Line line, String path) {
        return line.texts(path).map(Received::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
