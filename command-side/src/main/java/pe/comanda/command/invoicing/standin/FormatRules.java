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
                    check("3027", it -> !LEGENDS.containsAll(it.legends())),
                    check("3014", it -> Formats.isTwice(it.legends())).in(Received::isInvoice),
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
                            "3206",
                            it ->
                                    it.isInvoice()
                                            && !it.attribute("InvoiceTypeCode", "listID")
                                                    .matches("01[0-9]{2}")),
                    check(
                                    "4233",
                                    it ->
                                            !it.rawTexts("OrderReference/ID")
                                                    .allMatch(id -> Formats.isText(id, 1, 20)))
                            .in(Received::isFactura));

    static final List<Rule> SUMS =
            List.of(
                    check("3024", it -> it.all("TaxTotal").size() > 1),
                    check(
                            "3020",
                            it -> !it.text("TaxTotal/TaxAmount").matches("|" + Formats.CENTS)),
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
                                    !it.texts("TaxTotal/TaxSubtotal/TaxableAmount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    check(
                            "2048",
                            it ->
                                    !it.texts("TaxTotal/TaxSubtotal/TaxAmount")
                                            .allMatch(text -> text.matches(Formats.CENTS))),
                    check(
                            "3000",
                            it ->
                                    Stream.of("9995", "9997", "9998")
                                            .anyMatch(code -> it.headerTax(code).signum() != 0)),
                    // Without tax in Amazonia and at fairs: then there is something exonerated.
                    exonerating("2001", "3283", "4022"),
                    exonerating("2002", "3284", "4023"),
                    exonerating("2003", "3285", "4024"),
                    exonerating("2008", "3289", "4244"),
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
                                            it.legends().contains("1002")
                                                    && it.headerBase("9996").signum() == 0)
                            .in(Received::isInvoice),
                    check(
                            "2641",
                            it ->
                                    it.lines().stream().anyMatch(ReceivedLine::isFree)
                                            && it.headerBase("9996").signum() == 0),
                    sum("3288", "4212", it -> total(it, "LineExtensionAmount").isEmpty())
                            .in(Received::isInvoice),
                    sum("3305", "4317", it -> total(it, "TaxInclusiveAmount").isEmpty())
                            .in(Received::isInvoice),
                    check("2031", it -> !isAmount(it, "LineExtensionAmount"))
                            .in(Received::isInvoice),
                    check("3019", it -> !isAmount(it, "TaxInclusiveAmount"))
                            .in(Received::isInvoice),
                    check("2065", it -> !isAmount(it, "AllowanceTotalAmount"))
                            .in(Received::isInvoice),
                    check("2064", it -> !isAmount(it, "ChargeTotalAmount")),
                    check("2062", it -> !it.payable().matches(Formats.CENTS)));

    private static Rule exonerating(String legend, String code, String boletaCode) {
        return sum(
                        code,
                        boletaCode,
                        it -> it.legends().contains(legend) && it.headerBase("9997").signum() == 0)
                .in(Received::isInvoice);
    }

    private static boolean mixesCurrencies(Received document) {
        var currency = document.text("DocumentCurrencyCode");
        return Xml.anywhere(document.xml(), "PayableAmount").stream()
                        .anyMatch(it -> !it.getAttribute("currencyID").equals(currency))
                || Stream.of("LineExtensionAmount", "TaxAmount", "PriceAmount", "TaxableAmount")
                        .flatMap(name -> Xml.anywhere(document.xml(), name).stream())
                        .anyMatch(it -> !it.getAttribute("currencyID").equals(currency));
    }

    private static Stream<Element> taxes(Received document) {
        return document.all("TaxTotal/TaxSubtotal").stream();
    }

    private static List<String> total(Received document, String name) {
        return document.texts(document.monetaryTotal() + "/" + name).toList();
    }

    private static boolean isAmount(Received document, String name) {
        return total(document, name).stream().allMatch(text -> text.matches(Formats.CENTS));
    }
}
