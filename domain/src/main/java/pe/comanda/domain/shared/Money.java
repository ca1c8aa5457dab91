package pe.comanda.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An amount in the currency of its branch (PEN unless the branch says otherwise), exact to two
 * decimals. More decimals are refused, not rounded silently: rounding is a tax decision and is made
 * by name.
 */
public record Money(BigDecimal value) implements Comparable<Money> {
    private static final BigDecimal LIMIT = new BigDecimal("1000000000");
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        if (value.stripTrailingZeros().scale() > 2) {
            throw new MalformedValue(
                    "MONEY_HAS_TWO_DECIMALS", "An amount has at most two decimals: " + value);
        }
        if (value.abs().compareTo(LIMIT) >= 0) {
            throw new MalformedValue(
                    "MONEY_OUT_OF_RANGE", "An amount is below 1,000,000,000: " + value);
        }
        value = value.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /** Rounds half up to cents, as SUNAT does. */
    public static Money rounded(BigDecimal exact) {
        return new Money(exact.setScale(2, RoundingMode.HALF_UP));
    }

    public static Money sum(Collection<Money> amounts) {
        var total = ZERO;
        for (var amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    public Money plus(Money other) {
        return new Money(value.add(other.value));
    }

    public Money minus(Money other) {
        return new Money(value.subtract(other.value));
    }

    public Money times(int factor) {
        return new Money(value.multiply(BigDecimal.valueOf(factor)));
    }

    /** This share of the amount, rounded half up to cents. */
    public Money portion(BigDecimal factor) {
        return rounded(value.multiply(factor));
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * What is payable in coins: down to the next ten cents, in the guest's favour (Ley 29571, art.
     * 44).
     */
    public Money downToTenCents() {
        return new Money(value.setScale(1, RoundingMode.DOWN));
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /**
     * Shares this amount in proportion to the weights, to the cent: the parts always add up to the
     * whole. Each part is the difference of two rounded running totals, so no part is off by more
     * than a cent.
     */
    public List<Money> sharedBy(List<Money> weights) {
        var whole = sum(weights).value;
        var parts = new ArrayList<Money>(weights.size());
        var weighed = BigDecimal.ZERO;
        var given = ZERO;
        for (var weight : weights) {
            weighed = weighed.add(weight.value);
            var upToHere =
                    whole.signum() == 0
                            ? ZERO
                            : new Money(
                                    value.multiply(weighed).divide(whole, 2, RoundingMode.HALF_UP));
            parts.add(upToHere.minus(given));
            given = upToHere;
        }
        return List.copyOf(parts);
    }

    @Override
    public int compareTo(Money other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
