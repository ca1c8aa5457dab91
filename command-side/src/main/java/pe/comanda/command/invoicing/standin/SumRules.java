package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.sum;
import static pe.comanda.command.invoicing.standin.Rules.isOff;

import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What SUNAT checks on sums and rates: lines and header say the same, to a sol. */
final class SumRules {
    static final List<Rule> ALL =
            List.of(
                    check("2956", it -> it.all("TaxTotal").isEmpty()),
                    check(
                            "2638",
                            it ->
                                    it.lines().stream()
                                            .anyMatch(line -> it.header(line.tribute()) == null)),
                    check("3462", SumRules::mixesRates),
                    sum(
                            "3277",
                            "4299",
                            it ->
                                    isOff(
                                            it.headerBase("1000"),
                                            it.linesUnder("1000").subtract(it.adjustments("02")))),
                    sum("3275", "4297", it -> isOff(it.headerBase("9997"), it.linesUnder("9997"))),
                    sum("3274", "4296", it -> isOff(it.headerBase("9998"), it.linesUnder("9998")))
                            .in(
                                    it ->
                                            !it.isCreditNote()
                                                    || !it.key().number().series().isOfFacturas()),
                    sum("3276", "4298", it -> isOff(it.headerBase("9996"), it.linesUnder("9996"))),
                    sum("3302", "4311", it -> isOff(it.headerTax("9996"), freeTax(it)))
                            .in(it -> !it.isCreditNote()),
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
                                    it -> isOff(total(it, "LineExtensionAmount"), chargedLines(it)))
                            .in(Received::isInvoice),
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
                                                                            .multiply(rate(it)))))
                            .in(Received::isInvoice),
                    sum(
                                    "3300",
                                    "4307",
                                    it ->
                                            isOff(
                                                    total(it, "AllowanceTotalAmount"),
                                                    it.adjustments("03")))
                            .in(Received::isInvoice),
                    sum(
                                    "3301",
                                    "4308",
                                    it ->
                                            isOff(
                                                    total(it, "ChargeTotalAmount"),
                                                    it.adjustments("46")))
                            .in(Received::isInvoice),
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

    private SumRules() {}

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

    private static BigDecimal total(Received document, String name) {
        return document.amount(document.monetaryTotal() + "/" + name);
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
}
