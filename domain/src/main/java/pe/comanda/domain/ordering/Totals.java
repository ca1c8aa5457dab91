package pe.comanda.domain.ordering;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxSplit;

import java.util.List;

/**
 * What an order costs. {@code gross - discount = base + tax} and {@code total = gross - discount +
 * serviceCharge}, to the cent, whatever the rates.
 *
 * @param gross live lines at menu prices, tax included
 * @param base the value without tax, after the discount
 */
public record Totals(
        Money gross, Money discount, Money base, Money tax, Money serviceCharge, Money total) {
    public static final Totals NOTHING =
            new Totals(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /**
     * Adds lines up. The discount is shared over the lines exactly; it is cut to what there is to
     * discount.
     */
    public static Totals of(List<OrderLine> lines, Money discount, Terms terms) {
        var prices = lines.stream().map(OrderLine::total).toList();
        var gross = Money.sum(prices);
        var given = discount.min(gross);
        var shares = given.sharedBy(prices);
        var base = Money.ZERO;
        var tax = Money.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            var split =
                    TaxSplit.of(
                            prices.get(i).minus(shares.get(i)),
                            lines.get(i).taxClass().rate(terms.rate()));
            base = base.plus(split.value());
            tax = tax.plus(split.tax());
        }
        var service = base.portion(terms.serviceCharge());
        return new Totals(gross, given, base, tax, service, gross.minus(given).plus(service));
    }
}
