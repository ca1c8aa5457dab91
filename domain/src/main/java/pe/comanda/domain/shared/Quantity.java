package pe.comanda.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of something, in the unit of its stock item (kilograms, litres, pieces), exact to four
 * decimals. May be negative: a balance that a confirmed shortage took below zero.
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    private static final BigDecimal LIMIT = new BigDecimal("100000000");
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        if (value.stripTrailingZeros().scale() > 4) {
            throw new MalformedValue(
                    "QUANTITY_HAS_FOUR_DECIMALS", "A quantity has at most four decimals: " + value);
        }
        if (value.abs().compareTo(LIMIT) >= 0) {
            throw new MalformedValue(
                    "QUANTITY_TOO_LARGE", "A quantity is below 100,000,000: " + value);
        }
        value = value.stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0, RoundingMode.UNNECESSARY);
        }
    }

    public static Quantity of(String amount) {
        return new Quantity(new BigDecimal(amount));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public Quantity times(int factor) {
        return new Quantity(value.multiply(BigDecimal.valueOf(factor)));
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public boolean isLessThan(Quantity other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
