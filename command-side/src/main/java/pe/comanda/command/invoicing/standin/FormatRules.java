package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.sum;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What SUNAT checks on the form of a restaurant's documents: amounts that are amounts, codes of its
 * catalogues, nothing twice that stands once.
 */
final class FormatRules {
    private static final Set<String> CURRENCIES = Set.of("PEN", "USD", "EUR");
    private static final Set<String> LEGENDS =
            Set.of(
                    "1000", "1002", "2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007",
                    "2008", "2009", "2010", "2011");

    private FormatRules() {}

    static final List<Rule> HEADER =
            List.of(
                    check("3088", it -> !CURRENCIES.contains(it.text("DocumentCurrencyCode"))),
                    check("2071", FormatRules::mixesCurrencies),
                    check("3027", it -> !LEGENDS.containsAll(legends(it))),
                    check("3014", it -> Formats.isTwice(legends(it))),
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

    static final List<Rule> SUMS =
            List.of(
                    check("3024", it -> it.all("TaxTotal").size() > 1),
                    check("3020", it -> !it.text("TaxTotal/TaxAmount").matches(Formats.CENTS)),
                    check(
                            "3003",
                            it ->
                                    it.all("TaxTotal/TaxSubtotal").stream()
                                            .anyMatch(
                                                    tax ->
                                                            !Formats.schemeOf(tax, "ID")
                                                                            .equals("7152")
                                                                    && Xml.all(tax, "TaxableAmount")
                                                                            .isEmpty())),
                    check(
                            "2999",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxableAmount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    check(
                            "2048",
                            it ->
                                    !texts(it, "TaxTotal/TaxSubtotal/TaxAmount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    check(
                            "3059",
                            it -> taxes(it).anyMatch(tax -> Formats.schemeOf(tax, "ID").isEmpty())),
                    check(
                            "3007",
                            it ->
                                    !taxes(it)
                                            .allMatch(
                                                    tax ->
                                                            Formats.TRIBUTES.contains(
                                                                    Formats.schemeOf(tax, "ID")))),
                    check(
                            "2054",
                            it ->
                                    taxes(it)
                                            .anyMatch(
                                                    tax ->
                                                            Formats.schemeOf(tax, "Name")
                                                                    .isEmpty())),
                    check("2964", it -> taxes(it).anyMatch(Formats::isMisnamed)),
                    check(
                            "2052",
                            it ->
                                    taxes(it)
                                            .anyMatch(
                                                    tax ->
                                                            Formats.schemeOf(tax, "TaxTypeCode")
                                                                    .isEmpty())),
                    check("2961", it -> taxes(it).anyMatch(Formats::hasAnotherType)),
                    check(
                            "3068",
                            it ->
                                    Formats.isTwice(
                                            taxes(it)
                                                    .map(tax -> Formats.schemeOf(tax, "ID"))
                                                    .toList())),
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
                    check("3072", it -> texts(it, Formats.REASON).anyMatch(String::isEmpty)),
                    check(
                            "3071",
                            it ->
                                    !texts(it, Formats.REASON)
                                            .allMatch(Formats.ADJUSTMENTS::contains)),
                    check(
                            "3025",
                            it ->
                                    !texts(it, "AllowanceCharge/MultiplierFactorNumeric")
                                            .allMatch(text -> text.matches(Formats.FACTOR))),
                    check(
                            "2968",
                            it ->
                                    !texts(it, "AllowanceCharge/Amount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    check(
                            "3016",
                            it ->
                                    !texts(it, "AllowanceCharge/BaseAmount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    sum(
                            "3307",
                            "4322",
                            it -> it.all("AllowanceCharge").stream().anyMatch(Formats::isOff)),
                    check("3288", it -> total(it, "LineExtensionAmount").isEmpty()),
                    check("3305", it -> total(it, "TaxInclusiveAmount").isEmpty()),
                    check("2031", it -> !isAmount(it, "LineExtensionAmount")),
                    check("3019", it -> !isAmount(it, "TaxInclusiveAmount")),
                    check("2065", it -> !isAmount(it, "AllowanceTotalAmount")),
                    check("2064", it -> !isAmount(it, "ChargeTotalAmount")),
                    check("2043", it -> !it.payable().matches(Formats.CENTS)));

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

    private static Stream<Element> taxes(Received document) {
        return document.all("TaxTotal/TaxSubtotal").stream();
    }

    private static Stream<String> texts(Received document, String path) {
        return document.all(path).stream().map(it -> it.getTextContent().strip());
    }

    private static List<String> total(Received document, String name) {
        return texts(document, document.monetaryTotal() + "/" + name).toList();
    }

    private static boolean isAmount(Received document, String name) {
        return total(document, name).stream().allMatch(text -> text.matches(Formats.CENTS));
    }
}
