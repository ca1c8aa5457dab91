package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.TextValue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one unit of an item costs, in the branch's currency, without rounding to cents: a gram of
 * salt costs less than one. Up to six decimals, travels as a decimal text.
 */
public record UnitCost(String value) implements TextValue {
    private static final int DECIMALS = 6;
    private static final BigDecimal LIMIT = new BigDecimal("1000000000");
    public static final UnitCost ZERO = new UnitCost("0");

    public UnitCost {
        value = canonical(value).toPlainString();
    }

    /**
     * The average after a purchase. What is already owed (a balance below zero) weighs nothing: its
     * cost was that of its day.
     */
    public UnitCost averagedWith(Quantity before, Quantity bought, UnitCost paid) {
        var kept = before.isNegative() ? BigDecimal.ZERO : before.value();
        var all = kept.add(bought.value());
        var worth = amount().multiply(kept).add(paid.amount().multiply(bought.value()));
        return new UnitCost(worth.divide(all, DECIMALS, RoundingMode.HALF_UP).toPlainString());
    }

    public BigDecimal amount() {
        return new BigDecimal(value);
    }

    public boolean isNegative() {
        return amount().signum() < 0;
    }

    @Override
    public String toString() {
        return value;
    }

    private static BigDecimal canonical(String text) {
        BigDecimal amount;
        try {
            amount = new BigDecimal(text.strip()).stripTrailingZeros();
        } catch (NumberFormatException _) {
            throw malformed(text);
        }
        if (amount.scale() > DECIMALS || amount.abs().compareTo(LIMIT) >= 0) {
            throw malformed(text);
        }
        return amount.scale() < 0 ? amount.setScale(0, RoundingMode.UNNECESSARY) : amount;
    }

    private static MalformedValue malformed(String text) {
        return new MalformedValue(
                "COST_MALFORMED", "A cost is a decimal number with at most six decimals: " + text);
    }
}
