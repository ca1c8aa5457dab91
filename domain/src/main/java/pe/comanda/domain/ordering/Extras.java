package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.DELIVERY_FEE_IS_FOR_DELIVERIES;
import static pe.comanda.domain.ordering.OrderRule.DELIVERY_FEE_OUT_OF_RANGE;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.Icbper;

import java.time.LocalDate;

/**
 * What an order costs besides the dishes on it. No discount, no coupon and no recargo al consumo
 * touches it.
 *
 * @param icbperPerBag that of the day on which the order was placed: what the guest was told stays
 * @param deliveryFee with tax
 */
public record Extras(OrderType type, Money icbperPerBag, Money deliveryFee) {
    private static final Money HIGHEST_FEE = Money.of("200.00");

    public static Extras of(OrderType type, LocalDate businessDay) {
        return new Extras(type, Icbper.perBag(businessDay), Money.ZERO);
    }

    public Extras delivered(Money fee) {
        return new Extras(type, icbperPerBag, fee);
    }

    /** With a fee that may be asked; refuses one that may not. */
    Extras delivering(Money fee) {
        DELIVERY_FEE_IS_FOR_DELIVERIES.require(type == OrderType.DELIVERY);
        DELIVERY_FEE_OUT_OF_RANGE.require(
                !fee.isNegative() && !fee.isMoreThan(HIGHEST_FEE), "limit", HIGHEST_FEE);
        return delivered(fee);
    }
}
