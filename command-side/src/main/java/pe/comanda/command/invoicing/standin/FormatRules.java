package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.ofLines;
import static pe.comanda.command.invoicing.standin.Rule.sum;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SUNAT checks on the form of a restaurant's documents: amounts that are amounts, codes of its
 * catalogues, nothing twice that stands once.
 */
final class FormatRules {
    private static final String CENTS = "[0-9]{1,12}(\\.[0-9]{1,2})?";
    private static final String TEN_DECIMALS = "[0-9]{1,12}(\\.[0-9]{1,10})?";
    private static final String FACTOR = "[0-9]{1,3}(\\.[0-9]{1,5})?";
    private static final Set<String> CURRENCIES = Set.of("PEN", "USD", "EUR");
    private static final Set<String> UNITS =
            Set.of("NIU", "ZZ", "KGM", "GRM", "LTR", "MLT", "BX", "PK", "DZN", "SET");
    private static final Set<String> TRIBUTES =
            Set.of("1000", "1016", "2000", "7152", "9995", "9996", "9997", "9998", "9999");
    private static final Set<String> LEGENDS =
            Set.of(
                    "1000", "1002", "2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007",
                    "2008", "2009", "2010", "2011");
    private static final Set<String> ADJUSTMENTS =
            Set.of(
                    "00", "01", "02", "03", "04", "05", "06", "07", "20", "45", "46", "47", "48",
                    "49", "50", "51", "52", "53", "62", "63");
    private static final String PRICE = "PricingReference/AlternativeConditionPrice/";
    private static final String REASON = "AllowanceCharge/AllowanceChargeReasonCode";
    private static final String SCHEME = "TaxCategory/TaxScheme/";

    private FormatRules() {}

    static final List<Rule> HEADER =
            List.of(
                    check("3088", it -> !CURRENCIES.contains(it.text("DocumentCurrencyCode"))),
                    check("2071", FormatRules::mixesCurrencies),
                    check("3027", it -> !LEGENDS.containsAll(legends(it))),
                    check("3014", it -> isTwice(legends(it))),
                    check(
                            "3006",
                            it ->
                                    it.all("Note").stream()
                                            .map(note -> note.getTextContent())
                                            .anyMatch(
                                                    text ->
                                                            text.isEmpty()
                                                                    || text.length() > 200
                                                                    || text.matches(
                                                                            "(?s).*[\\n\\r\\t].*"))),
                    check(
                            "3089",
                            it ->
                                    it.all("AccountingSupplierParty/Party/PartyIdentification")
                                                    .size()
                                            > 1),
                    check(
                            "3090",
                            it ->
                                    it.all("AccountingCustomerParty/Party/PartyIdentification")
                                                    .size()
                                            > 1),
                    sum(
                            "2802",
                            "4208",
                            it ->
                                    Set.of("0", "4", "7", "A").contains(it.buyerType())
                                            && !it.buyerNumber().matches("\\S{1,15}")),
                    check(
                            "3206",
                            it ->
                                    it.isInvoice()
                                            && !it.attribute("InvoiceTypeCode", "listID")
                                                    .matches("01[0-9]{2}")));

    static final List<Rule> LINES =
            List.of(
                    ofLines("2025", it -> !it.quantityText().matches(TEN_DECIMALS)),
                    ofLines("2936", it -> !UNITS.contains(it.unit())),
                    ofLines("2027", it -> it.text("Item/Description").length() > 500),
                    ofLines("2370", it -> !it.text("LineExtensionAmount").matches(CENTS)),
                    ofLines("2369", it -> !it.text("Price/PriceAmount").matches(TEN_DECIMALS)),
                    ofLines("2367", it -> !prices(it).allMatch(FormatRules::isPositive)),
                    ofLines(
                            "2410",
                            it ->
                                    !texts(it, PRICE + "PriceTypeCode")
                                            .allMatch(Set.of("01", "02")::contains)),
                    ofLines("2409", it -> isTwice(texts(it, PRICE + "PriceTypeCode").toList())),
                    ofLines("3026", it -> it.all("TaxTotal").count() > 1),
                    ofLines("3021", it -> !it.text("TaxTotal/TaxAmount").matches(CENTS)),
                    ofLines(
                            "3031",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxableAmount")
                                            .allMatch(text -> text.matches(CENTS))),
                    ofLines(
                            "2033",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxAmount")
                                            .allMatch(text -> text.matches(CENTS))),
                    ofLines(
                            "3102",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxCategory/Percent")
                                            .allMatch(text -> text.matches(FACTOR))),
                    ofLines(
                            "2037",
                            it -> it.taxes().anyMatch(tax -> schemeOf(tax, "ID").isEmpty())),
                    ofLines(
                            "2036",
                            it ->
                                    !it.taxes()
                                            .allMatch(
                                                    tax -> TRIBUTES.contains(schemeOf(tax, "ID")))),
                    ofLines(
                            "2996",
                            it -> it.taxes().anyMatch(tax -> schemeOf(tax, "Name").isEmpty())),
                    ofLines("3051", it -> it.taxes().anyMatch(FormatRules::isMisnamed)),
                    ofLines("2377", it -> it.taxes().anyMatch(FormatRules::hasAnotherType)),
                    ofLines(
                            "3067",
                            it -> isTwice(it.taxes().map(tax -> schemeOf(tax, "ID")).toList())),
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
                    ofLines("3073", it -> texts(it, REASON).anyMatch(String::isEmpty)),
                    ofLines("2954", it -> !texts(it, REASON).allMatch(ADJUSTMENTS::contains)),
                    ofLines(
                            "2955",
                            it ->
                                    !texts(it, "AllowanceCharge/Amount")
                                            .allMatch(text -> text.matches(CENTS))),
                    ofLines(
                            "3052",
                            it ->
                                    !texts(it, "AllowanceCharge/MultiplierFactorNumeric")
                                            .allMatch(text -> text.matches(FACTOR))),
                    ofLines(
                            "3053",
                            it ->
                                    !texts(it, "AllowanceCharge/BaseAmount")
                                            .allMatch(text -> text.matches(CENTS))),
                    ofLines(
                            "3290",
                            "4289",
                            it -> it.all("AllowanceCharge").anyMatch(FormatRules::isOff)));

    static final List<Rule> SUMS =
            List.of(
                    check("3024", it -> it.all("TaxTotal").size() > 1),
                    check("3020", it -> !it.text("TaxTotal/TaxAmount").matches(CENTS)),
                    check(
                            "3003",
                            it ->
                                    it.all("TaxTotal/TaxSubtotal").stream()
                                            .anyMatch(
                                                    tax ->
                                                            !schemeOf(tax, "ID").equals("7152")
                                                                    && Xml.all(tax, "TaxableAmount")
                                                                            .isEmpty())),
                    check(
                            "2999",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxableAmount")
                                            .allMatch(text -> text.matches(CENTS))),
                    check(
                            "2048",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxAmount")
                                            .allMatch(text -> text.matches(CENTS))),
                    check("3059", it -> taxes(it).anyMatch(tax -> schemeOf(tax, "ID").isEmpty())),
                    check(
                            "3007",
                            it ->
                                    !taxes(it)
                                            .allMatch(
                                                    tax -> TRIBUTES.contains(schemeOf(tax, "ID")))),
                    check("2054", it -> taxes(it).anyMatch(tax -> schemeOf(tax, "Name").isEmpty())),
                    check("2964", it -> taxes(it).anyMatch(FormatRules::isMisnamed)),
                    check(
                            "2052",
                            it ->
                                    taxes(it)
                                            .anyMatch(
                                                    tax -> schemeOf(tax, "TaxTypeCode").isEmpty())),
                    check("2961", it -> taxes(it).anyMatch(FormatRules::hasAnotherType)),
                    check(
                            "3068",
                            it -> isTwice(taxes(it).map(tax -> schemeOf(tax, "ID")).toList())),
                    check(
                            "2416",
                            it ->
                                    legends(it).contains("1002")
                                            && it.headerBase("9996").signum() == 0),
                    check(
                            "2641",
                            it ->
                                    it.lines().stream().anyMatch(ReceivedLine::isFree)
                                            && it.headerBase("9996").signum() == 0),
                    check("3072", it -> texts(it, REASON).anyMatch(String::isEmpty)),
                    check("3071", it -> !texts(it, REASON).allMatch(ADJUSTMENTS::contains)),
                    check(
                            "3025",
                            it ->
                                    !texts(it, "AllowanceCharge/MultiplierFactorNumeric")
                                            .allMatch(text -> text.matches(FACTOR))),
                    check(
                            "2968",
                            it ->
                                    !texts(it, "AllowanceCharge/Amount")
                                            .allMatch(text -> text.matches(CENTS))),
                    check(
                            "3016",
                            it ->
                                    !texts(it, "AllowanceCharge/BaseAmount")
                                            .allMatch(text -> text.matches(CENTS))),
                    sum(
                            "3307",
                            "4322",
                            it -> it.all("AllowanceCharge").stream().anyMatch(FormatRules::isOff)),
                    check("3288", it -> total(it, "LineExtensionAmount").isEmpty()),
                    check("3305", it -> total(it, "TaxInclusiveAmount").isEmpty()),
                    check("2031", it -> !isAmount(it, "LineExtensionAmount")),
                    check("3019", it -> !isAmount(it, "TaxInclusiveAmount")),
                    check("2065", it -> !isAmount(it, "AllowanceTotalAmount")),
                    check("2064", it -> !isAmount(it, "ChargeTotalAmount")),
                    check("2043", it -> !it.payable().matches(CENTS)));

    private static boolean mixesCurrencies(Received document) {
        var currency = document.text("DocumentCurrencyCode");
        return Xml.anywhere(document.xml(), "PayableAmount").stream()
                        .anyMatch(it -> !it.getAttribute("currencyID").equals(currency))
                || Stream.of("LineExtensionAmount", "TaxAmount", "PriceAmount", "TaxableAmount")
                        .flatMap(name -> Xml.anywhere(document.xml(), name).stream())
                        .anyMatch(it -> !it.getAttribute("currencyID").equals(currency));
    }

    private static List<String> legends(Received document) {
        return document.all("Note").stream()
                .map(note -> note.getAttribute("languageLocaleID"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static boolean isTwice(List<String> all) {
        return all.stream().collect(Collectors.toSet()).size() < all.size();
    }

    private static Stream<String> prices(ReceivedLine line) {
        return texts(line, PRICE + "PriceAmount");
    }

    private static boolean isPositive(String price) {
        return price.matches(TEN_DECIMALS);
    }

    private static Stream<Element> taxes(Received document) {
        return document.all("TaxTotal/TaxSubtotal").stream();
    }

    private static Stream<Element> bags(ReceivedLine line) {
        return line.taxes().filter(tax -> schemeOf(tax, "ID").equals("7152"));
    }

    private static String bagCount(Element tax) {
        return Xml.text(tax, "BaseUnitMeasure");
    }

    private static String schemeOf(Element tax, String name) {
        return Xml.text(tax, SCHEME + name);
    }

    private static boolean isMisnamed(Element tax) {
        var name =
                switch (schemeOf(tax, "ID")) {
                    case "1000" -> "IGV";
                    case "9997" -> "EXO";
                    case "9998" -> "INA";
                    case "9996" -> "GRA";
                    case "7152" -> "ICBPER";
                    default -> schemeOf(tax, "Name");
                };
        return !schemeOf(tax, "Name").equals(name);
    }

    private static boolean hasAnotherType(Element tax) {
        var type =
                switch (schemeOf(tax, "ID")) {
                    case "1000", "9997" -> "VAT";
                    case "9998", "9996" -> "FRE";
                    case "7152" -> "OTH";
                    default -> schemeOf(tax, "TaxTypeCode");
                };
        return !schemeOf(tax, "TaxTypeCode").equals(type);
    }

    /** Amount and base times factor, where there is a factor: a sol apart at most. */
    private static boolean isOff(Element adjustment) {
        var factor = Received.number(Xml.text(adjustment, "MultiplierFactorNumeric"));
        var expected = Received.number(Xml.text(adjustment, "BaseAmount")).multiply(factor);
        return factor.signum() > 0
                && Received.number(Xml.text(adjustment, "Amount"))
                                .subtract(expected)
                                .abs()
                                .compareTo(BigDecimal.ONE)
                        > 0;
    }

    private static Stream<String> texts(Received document, String path) {
        return document.all(path).stream().map(it -> it.getTextContent().strip());
    }

    private static Stream<String> texts(ReceivedLine line, String path) {
        return line.all(path).map(it -> it.getTextContent().strip());
    }

    private static List<String> total(Received document, String name) {
        return texts(document, document.monetaryTotal() + "/" + name).toList();
    }

    private static boolean isAmount(Received document, String name) {
        return total(document, name).stream().allMatch(text -> text.matches(CENTS));
    }
}
