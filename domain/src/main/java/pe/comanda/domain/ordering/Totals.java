package pe.comanda.domain.ordering;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxSplit;

import java.util.List;

/**
 * What an order costs. {@code gross - discount + deliveryFee = base + tax} and {@code total = gross
 * - discount + serviceCharge + icbper + deliveryFee}, to the cent, whatever the rates.
 *
 * @param gross live lines at menu prices, tax included
 * @param base the value without tax, after the discount, the delivery's too
 * @param serviceCharge on the value of the lines alone
 * @param icbper on plastic bags, beside their price (Ley 30884)
 * @param deliveryFee tax included
 */
public record Totals(
        Money gross,
        Money discount,
        Money base,
        Money tax,
        Money serviceCharge,
        Money icbper,
        Money deliveryFee,
        Money total) {
    public static final Totals NOTHING =
            new Totals(
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO);

    /**
     * Adds lines up. The discount is shared over the lines exactly; it is cut to what there is to
     * discount.
     */
    public static Totals of(List<OrderLine> lines, Money discount, Terms terms, Extras extras) {
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
        var fee = extras.deliveryFee();
        var delivery = TaxSplit.of(fee, TaxClass.TAXED.rate(terms.rate()));
        var icbper = extras.icbperPerBag().times(bags(lines));
        return new Totals(
                gross,
                given,
                base.plus(delivery.value()),
                tax.plus(delivery.tax()),
                service,
                icbper,
                fee,
                gross.minus(given).plus(service).plus(icbper).plus(fee));
    }

    /**
     * What earns points: what was eaten and drunk, and the service. The tax of bags goes to the
     * state, and is there to be avoided (Ley 30884); the delivery's fee pays for the way, so that
     * the same meal earns the same at the table and at the door.
     */
    public Money earning() {
        return total.minus(icbper).minus(deliveryFee);
    }

    private static int bags(List<OrderLine> lines) {
        return lines.stream().mapToInt(OrderLine::bags).sum();
    }
}
