package pe.comanda.domain.tax;

import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A price with tax, taken apart: {@code value + tax} is the price again, to the cent. */
public record TaxSplit(Money value, Money tax) {

    /** SUNAT's order of rounding: the value half up to cents, the tax is what remains. */
    public static TaxSplit of(Money withTax, BigDecimal rate) {
        var value =
                new Money(
                        withTax.value().divide(BigDecimal.ONE.add(rate), 2, RoundingMode.HALF_UP));
        return new TaxSplit(value, withTax.minus(value));
    }
}
