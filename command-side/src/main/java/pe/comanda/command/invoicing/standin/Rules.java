package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.ofFactura;
import static pe.comanda.command.invoicing.standin.Rule.ofLines;
import static pe.comanda.command.invoicing.standin.Rule.sum;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What SUNAT checks on a restaurant's documents, from its rule workbook of 12 February 2026. Not
 * all of it: what a restaurant can get wrong. Codes below 2000 leave the number free, the rest up
 * to 3999 burns it, 4xxx remarks.
 */
final class Rules {
    private static final BigDecimal TOLERANCE = BigDecimal.ONE;
    private static final String BUYER = "AccountingCustomerParty/Party/";
    private static final String SELLER = "AccountingSupplierParty/Party/";

    private static final List<Rule> FORM =
            List.of(
                    check("1001", it -> !it.text("ID").matches("[FB][A-Z0-9]{3}-[0-9]{1,8}")),
                    check(
                            "1034",
                            it ->
                                    !it.text(SELLER + "PartyIdentification/ID")
                                            .equals(it.key().ruc().value())),
                    check(
                            "1035",
                            it -> !it.text("ID").startsWith(it.key().number().series() + "-")),
                    check(
                            "1036",
                            it -> !it.text("ID").matches("[^-]*-0*" + it.key().number().number())),
                    check("1004", it -> it.isInvoice() && it.text("InvoiceTypeCode").isEmpty()),
                    check(
                            "1003",
                            it ->
                                    it.isInvoice()
                                            && !it.text("InvoiceTypeCode")
                                                    .equals(it.key().type().code())),
                    check(
                            "1008",
                            it ->
                                    it.attribute(SELLER + "PartyIdentification/ID", "schemeID")
                                            .isEmpty()),
                    check(
                            "1007",
                            it ->
                                    !it.attribute(SELLER + "PartyIdentification/ID", "schemeID")
                                            .equals("6")),
                    check(
                            "1037",
                            it -> it.text(SELLER + "PartyLegalEntity/RegistrationName").isEmpty()));

    private static final List<Rule> DATES =
            List.of(
                    check("2108", it -> it.key().number().series().isOfFacturas() && isLate(it)),
                    check("1079", it -> !it.key().number().series().isOfFacturas() && isLate(it)),
                    check(
                            "2329",
                            it -> {
                                var issued = it.issued();
                                return issued == null || issued.isAfter(it.today().plusDays(2));
                            }));

    private static final List<Rule> HEADER =
            List.of(
                    check("2075", it -> it.text("UBLVersionID").isEmpty()),
                    check("2074", it -> !it.text("UBLVersionID").equals("2.1")),
                    check("2073", it -> it.text("CustomizationID").isEmpty()),
                    check("2072", it -> !it.text("CustomizationID").equals("2.0")),
                    check("2070", it -> it.text("DocumentCurrencyCode").isEmpty()),
                    check(
                            "3205",
                            it ->
                                    it.isInvoice()
                                            && it.attribute("InvoiceTypeCode", "listID").isEmpty()),
                    new Rule(
                            "3030",
                            "4198",
                            it ->
                                    it.text(
                                                    SELLER
                                                            + "PartyLegalEntity/RegistrationAddress/AddressTypeCode")
                                            .isEmpty()),
                    check("2014", it -> it.all(BUYER + "PartyIdentification/ID").isEmpty()),
                    check("2015", it -> it.buyerType().isEmpty()),
                    ofFactura("2800", it -> !it.buyerType().equals("6")),
                    check(
                            "2017",
                            it ->
                                    it.buyerType().equals("6")
                                            && !it.buyerNumber().matches("[0-9]{11}")),
                    // The register of taxpayers is not at hand; a number that cannot exist is not
                    // in it.
                    check(
                            "3202",
                            it -> it.buyerType().equals("6") && !Ruc.isValid(it.buyerNumber())),
                    check(
                            "2801",
                            it ->
                                    it.buyerType().equals("1")
                                            && !it.buyerNumber().matches("[0-9]{8}")),
                    check(
                            "2021",
                            it -> it.text(BUYER + "PartyLegalEntity/RegistrationName").isEmpty()),
                    check(
                            "2022",
                            it ->
                                    it.text(BUYER + "PartyLegalEntity/RegistrationName").length()
                                            < 3));

    private static final List<Rule> LINES =
            List.of(
                    ofLines("2023", it -> !it.id().matches("[1-9][0-9]{0,2}")),
                    check(
                            "2752",
                            it ->
                                    it.lines().stream().map(ReceivedLine::id).distinct().count()
                                            < it.lines().size()),
                    ofLines("2883", it -> it.unit().isEmpty()),
                    ofLines("2024", it -> it.quantity().signum() == 0),
                    ofLines("2026", it -> it.text("Item/Description").isEmpty()),
                    ofLines("2068", it -> !it.has("Price/PriceAmount")),
                    ofLines(
                            "2028",
                            it ->
                                    !it.has(
                                            "PricingReference/AlternativeConditionPrice/PriceAmount")),
                    ofLines(
                            "2640",
                            it -> it.isFree() && it.amount("Price/PriceAmount").signum() > 0),
                    ofLines(
                            "3234",
                            it ->
                                    it.isFree()
                                            && !it.text(
                                                            "PricingReference/AlternativeConditionPrice/PriceTypeCode")
                                                    .equals("02")),
                    ofLines(
                            "3224",
                            it ->
                                    !it.isFree()
                                            && it.text(
                                                            "PricingReference/AlternativeConditionPrice/PriceTypeCode")
                                                    .equals("02")),
                    ofLines("3195", it -> !it.has("TaxTotal")),
                    ofLines("3105", it -> it.tribute().isEmpty()),
                    ofLines("2992", it -> it.percent().isEmpty()),
                    ofLines("2371", it -> it.affectation().isEmpty()),
                    ofLines("2993", it -> it.tribute().equals("1000") && it.rate().signum() == 0),
                    ofLines(
                            "3103",
                            it -> it.bearsRate() && isOff(it.tax(), it.base().multiply(it.rate()))),
                    ofLines(
                            "3110",
                            it ->
                                    (it.tribute().equals("9997") || it.tribute().equals("9998"))
                                            && it.tax().signum() != 0),
                    ofLines(
                            "3111",
                            it ->
                                    it.tribute().equals("1000")
                                            && it.base().compareTo(new BigDecimal("0.06")) > 0
                                            && it.tax().signum() == 0),
                    ofLines("3272", "4294", it -> it.base().compareTo(it.value()) != 0),
                    ofLines(
                            "3292",
                            "4293",
                            it ->
                                    isOff(
                                            it.amount("TaxTotal/TaxAmount"),
                                            (it.isFree() ? BigDecimal.ZERO : it.tax())
                                                    .add(it.icbper()))),
                    ofLines(
                            "3271",
                            "4288",
                            it ->
                                    isOff(
                                            it.value(),
                                            unitValue(it)
                                                    .multiply(it.quantity())
                                                    .subtract(it.discount()))),
                    ofLines("3270", "4287", Rules::hasAnotherPrice));

    private static final List<Rule> SUMS =
            List.of(
                    check("2956", it -> it.all("TaxTotal").isEmpty()),
                    check(
                            "2638",
                            it ->
                                    it.lines().stream()
                                            .anyMatch(line -> it.header(line.tribute()) == null)),
                    check("3462", Rules::mixesRates),
                    sum(
                            "3277",
                            "4299",
                            it ->
                                    isOff(
                                            it.headerBase("1000"),
                                            it.linesUnder("1000").subtract(it.adjustments("02")))),
                    sum("3275", "4297", it -> isOff(it.headerBase("9997"), it.linesUnder("9997"))),
                    sum("3274", "4296", it -> isOff(it.headerBase("9998"), it.linesUnder("9998"))),
                    sum("3276", "4298", it -> isOff(it.headerBase("9996"), it.linesUnder("9996"))),
                    sum("3302", "4311", it -> isOff(it.headerTax("9996"), freeTax(it))),
                    sum(
                            "3291",
                            "4290",
                            it ->
                                    isOff(
                                            it.headerTax("1000"),
                                            it.headerBase("1000").multiply(rate(it)))),
                    sum("3306", "4321", it -> it.headerTax("7152").compareTo(bagTax(it)) != 0),
                    sum(
                            "3294",
                            "4301",
                            it ->
                                    isOff(
                                            it.amount("TaxTotal/TaxAmount"),
                                            it.headerTax("1000").add(it.headerTax("7152")))),
                    sum(
                            "3278",
                            "4309",
                            it -> isOff(total(it, "LineExtensionAmount"), chargedLines(it))),
                    sum(
                            "3279",
                            "4310",
                            it ->
                                    isOff(
                                            total(it, "TaxInclusiveAmount"),
                                            total(it, "LineExtensionAmount")
                                                    .add(it.headerTax("7152"))
                                                    .add(
                                                            it.headerBase("1000")
                                                                    .multiply(rate(it))))),
                    sum(
                            "3300",
                            "4307",
                            it -> isOff(total(it, "AllowanceTotalAmount"), it.adjustments("03"))),
                    sum(
                            "3301",
                            "4308",
                            it -> isOff(total(it, "ChargeTotalAmount"), it.adjustments("46"))),
                    sum(
                            "3303",
                            "4314",
                            it ->
                                    total(it, "PayableRoundingAmount")
                                                    .abs()
                                                    .compareTo(BigDecimal.ONE)
                                            > 0),
                    sum(
                            "3280",
                            "4312",
                            it ->
                                    isOff(
                                            total(it, "PayableAmount"),
                                            total(it, "TaxInclusiveAmount")
                                                    .subtract(total(it, "AllowanceTotalAmount"))
                                                    .add(total(it, "ChargeTotalAmount"))
                                                    .add(total(it, "PayableRoundingAmount")))));

    private static final List<Rule> PAYMENT =
            List.of(
                    ofFactura("3244", it -> it.payments().isEmpty()),
                    ofFactura(
                            "3245",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            Xml.text(way, "PaymentMeansID")
                                                                    .isEmpty())),
                    ofFactura(
                            "3461",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            Xml.all(way, "PaymentMeansID").size()
                                                                    > 1)),
                    ofFactura("3247", it -> has(it, "Contado") && has(it, "Credito")),
                    ofFactura(
                            "3248",
                            it ->
                                    it.payments().stream()
                                                    .map(way -> Xml.text(way, "PaymentMeansID"))
                                                    .distinct()
                                                    .count()
                                            < it.payments().size()),
                    ofFactura("3251", it -> has(it, "Credito") && credit(it).signum() == 0),
                    ofFactura(
                            "3254",
                            it -> instalments(it).anyMatch(way -> amountOf(way).signum() == 0)),
                    ofFactura(
                            "3256",
                            it ->
                                    instalments(it)
                                            .anyMatch(
                                                    way ->
                                                            Received.date(
                                                                            Xml.text(
                                                                                    way,
                                                                                    "PaymentDueDate"))
                                                                    == null)),
                    ofFactura(
                            "3266",
                            it ->
                                    instalments(it)
                                            .anyMatch(
                                                    way ->
                                                            amountOf(way)
                                                                            .compareTo(
                                                                                    Received.number(
                                                                                            it
                                                                                                    .payable()))
                                                                    > 0)),
                    ofFactura(
                            "3246",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            !Xml.text(way, "PaymentMeansID")
                                                                    .matches(
                                                                            "Contado|Credito|Cuota[0-9]{3}"))),
                    ofFactura(
                            "3249",
                            it -> has(it, "Credito") && instalments(it).findAny().isEmpty()),
                    ofFactura(
                            "3252",
                            it -> !has(it, "Credito") && instalments(it).findAny().isPresent()),
                    ofFactura(
                            "3319",
                            it ->
                                    has(it, "Credito")
                                            && credit(it).compareTo(instalmentSum(it)) != 0),
                    ofFactura(
                            "3265", it -> credit(it).compareTo(Received.number(it.payable())) > 0),
                    ofFactura(
                            "3267",
                            it ->
                                    instalments(it)
                                            .anyMatch(
                                                    way -> {
                                                        var due =
                                                                Received.date(
                                                                        Xml.text(
                                                                                way,
                                                                                "PaymentDueDate"));
                                                        var issued = it.issued();
                                                        return due != null
                                                                && issued != null
                                                                && !due.isAfter(issued);
                                                    })));

    private Rules() {}

    /** Checked before the number is looked up. */
    static List<Rule> form() {
        return FORM;
    }

    /** Checked after the signature, in this order. */
    static List<Rule> content() {
        return Stream.of(
                        DATES,
                        HEADER,
                        FormatRules.HEADER,
                        NoteRules.FORM,
                        LINES,
                        FormatRules.LINES,
                        SUMS,
                        FormatRules.SUMS,
                        PAYMENT)
                .flatMap(List::stream)
                .toList();
    }

    /** SUNAT's tolerance on every amount: one sol. */
    private static boolean isOff(BigDecimal amount, BigDecimal expected) {
        return amount.subtract(expected).abs().compareTo(TOLERANCE) > 0;
    }

    private static boolean isLate(Received document) {
        var issued = document.issued();
        return issued != null
                && document.today()
                        .isAfter(
                                SubmissionDeadline.lastDay(
                                        document.key().number().series(), issued));
    }

    private static BigDecimal total(Received document, String name) {
        return document.amount(document.monetaryTotal() + "/" + name);
    }

    private static BigDecimal unitValue(ReceivedLine line) {
        return line.isFree()
                ? line.amount("PricingReference/AlternativeConditionPrice/PriceAmount")
                : line.amount("Price/PriceAmount");
    }

    private static boolean hasAnotherPrice(ReceivedLine line) {
        if (line.isFree() || line.quantity().signum() == 0) {
            return false;
        }
        var price =
                line.value()
                        .add(line.amount("TaxTotal/TaxAmount"))
                        .divide(line.quantity(), 10, RoundingMode.HALF_UP);
        return isOff(line.amount("PricingReference/AlternativeConditionPrice/PriceAmount"), price);
    }

    /** Every taxed line bears the same rate, and one that is in force for somebody. */
    private static boolean mixesRates(Received document) {
        var rates =
                document.lines().stream()
                        .filter(ReceivedLine::bearsRate)
                        .map(line -> line.rate().stripTrailingZeros())
                        .distinct()
                        .toList();
        var issued = document.issued();
        return rates.size() > 1
                || (issued != null
                        && rates.stream().anyMatch(rate -> !mayBear(document, rate, issued)));
    }

    /** A note bears the rate of what it changes, which may be of another year. */
    private static boolean mayBear(Received document, BigDecimal rate, LocalDate issued) {
        return isInForce(rate, issued)
                || (document.key().type().isNote()
                        && IntStream.rangeClosed(2022, issued.getYear())
                                .anyMatch(year -> isInForce(rate, LocalDate.of(year, 12, 31))));
    }

    private static boolean isInForce(BigDecimal rate, LocalDate on) {
        return rate.compareTo(TaxRegime.GENERAL.rateOn(on)) == 0
                || rate.compareTo(TaxRegime.REDUCED_RESTAURANT.rateOn(on)) == 0;
    }

    private static BigDecimal rate(Received document) {
        return document.lines().stream()
                .filter(line -> line.tribute().equals("1000"))
                .map(ReceivedLine::rate)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal freeTax(Received document) {
        return document.lines().stream()
                .filter(ReceivedLine::isFree)
                .map(ReceivedLine::tax)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal bagTax(Received document) {
        return document.lines().stream()
                .map(ReceivedLine::icbper)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal chargedLines(Received document) {
        return document.linesUnder("1000")
                .add(document.linesUnder("9997"))
                .add(document.linesUnder("9998"))
                .subtract(document.adjustments("02"));
    }

    private static boolean has(Received document, String way) {
        return document.payments().stream()
                .anyMatch(it -> Xml.text(it, "PaymentMeansID").equals(way));
    }

    private static Stream<Element> instalments(Received document) {
        return document.payments().stream()
                .filter(it -> Xml.text(it, "PaymentMeansID").startsWith("Cuota"));
    }

    private static BigDecimal amountOf(Element way) {
        return Received.number(Xml.text(way, "Amount"));
    }

    private static BigDecimal credit(Received document) {
        return document.payments().stream()
                .filter(it -> Xml.text(it, "PaymentMeansID").equals("Credito"))
                .map(it -> Received.number(Xml.text(it, "Amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal instalmentSum(Received document) {
        return instalments(document)
                .map(it -> Received.number(Xml.text(it, "Amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
