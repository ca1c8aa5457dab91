package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How good a customer is, by all points ever earned. A higher tier multiplies what is earned next.
 */
public enum Tier {
    BRONZE(0, "1.00"),
    SILVER(500, "1.25"),
    GOLD(2_000, "1.50");

    private final int from;
    private final BigDecimal multiplier;

    Tier(int from, String multiplier) {
        this.from = from;
        this.multiplier = new BigDecimal(multiplier);
    }

    public static Tier of(int lifetimePoints) {
        var tier = BRONZE;
        for (var next : values()) {
            tier = lifetimePoints >= next.from ? next : tier;
        }
        return tier;
    }

    /** One point for each whole sol of the sale, times the tier, rounded down. */
    public int pointsFor(Money sale) {
        return sale.value()
                .setScale(0, RoundingMode.DOWN)
                .multiply(multiplier)
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
    }
}
