package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.ofLines;
import static pe.comanda.command.invoicing.standin.Rules.isOff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What SUNAT checks on each line: prices, quantities, taxes. */
final class LineRules {
    static final List<Rule> ALL =
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
                    ofLines("3270", "4287", LineRules::hasAnotherPrice));

    private LineRules() {}

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
}
