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
                    ofLines("2023", it -> !it.id().matches("[1-9][0-9]{0,2}"))
                            .in(Received::isInvoice),
                    ofLines("2137", it -> !it.id().matches("[1-9][0-9]{0,2}")).in(Received::isNote),
                    check(
                            "2752",
                            it ->
                                    it.lines().stream().map(ReceivedLine::id).distinct().count()
                                            < it.lines().size()),
                    ofLines("2883", it -> it.unit().isEmpty()).in(Received::isInvoice),
                    ofLines("2138", it -> it.unit().isEmpty()).in(Received::isCreditNote),
                    ofLines("2188", it -> it.unit().isEmpty()).in(Received::isDebitNote),
                    ofLines("2024", it -> it.quantityText().matches("|0+(\\.0*)?"))
                            .in(Received::isInvoice),
                    ofLines("2026", it -> it.text("Item/Description").isEmpty())
                            .in(Received::isInvoice),
                    ofLines("2068", it -> !it.has("Price/PriceAmount")).in(Received::isInvoice),
                    ofLines(
                                    "2028",
                                    it ->
                                            !it.has(
                                                    "PricingReference/AlternativeConditionPrice/PriceAmount"))
                            .in(Received::isInvoice),
                    ofLines(
                            "2640",
                            it -> it.isFree() && it.amount("Price/PriceAmount").signum() > 0),
                    ofLines(
                                    "3234",
                                    it ->
                                            it.isFree()
                                                    && !it.text(
                                                                    "PricingReference/AlternativeConditionPrice/PriceTypeCode")
                                                            .equals("02"))
                            .in(Received::isInvoice),
                    ofLines(
                            "3224",
                            it ->
                                    !it.isFree()
                                            && it.text(
                                                            "PricingReference/AlternativeConditionPrice/PriceTypeCode")
                                                    .equals("02")),
                    ofLines("3195", it -> !it.has("TaxTotal")),
                    ofLines(
                            "3105",
                            it ->
                                    it.taxes()
                                            .map(tax -> Formats.schemeOf(tax, "ID"))
                                            .noneMatch(Formats.KINDS_OF_SALE::contains)),
                    ofLines("2992", it -> it.percent().isEmpty()),
                    ofLines("2371", it -> it.affectation().isEmpty()),
                    ofLines("2040", LineRules::isAffectedOtherwise),
                    ofLines("3101", it -> isWithoutTax(it) && it.rate().signum() != 0)
                            .in(Received::isDebitNote),
                    ofLines("2993", it -> it.tribute().equals("1000") && it.rate().signum() == 0),
                    ofLines(
                            "3103",
                            it -> it.bearsRate() && isOff(it.tax(), it.base().multiply(it.rate()))),
                    ofLines("3110", it -> isWithoutTax(it) && it.tax().signum() != 0),
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
                    ofLines("3270", "4287", LineRules::hasAnotherPrice)
                            .in(it -> !it.isCreditNote()));

    private LineRules() {}

    private static boolean isWithoutTax(ReceivedLine line) {
        return line.tribute().equals("9997") || line.tribute().equals("9998");
    }

    /** Catalogue 07 says which tribute goes with which affectation. */
    private static boolean isAffectedOtherwise(ReceivedLine line) {
        var affectation = line.affectation();
        return line.base().signum() > 0
                && switch (line.tribute()) {
                    case "1000" -> !affectation.equals("10");
                    case "9997" -> !affectation.equals("20");
                    case "9998" -> !affectation.equals("30");
                    case "9996" -> !affectation.matches("1[1-6]|21|3[1-7]");
                    default -> false;
                };
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
}
