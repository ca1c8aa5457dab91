package pe.comanda.domain.loyalty;

import static pe.comanda.domain.loyalty.ProgramRule.*;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * How an organization rewards its customers.
 *
 * @param pointsPerSol for each whole sol of a sale
 * @param tiers rising from zero lifetime points
 */
public record ProgramTerms(int pointsPerSol, List<Tier> tiers) {
    /** What every organization has until it sets its own. */
    public static final ProgramTerms STANDARD =
            new ProgramTerms(
                    1,
                    List.of(
                            new Tier("BRONZE", 0, new BigDecimal("1.00")),
                            new Tier("SILVER", 500, new BigDecimal("1.25")),
                            new Tier("GOLD", 2_000, new BigDecimal("1.50"))));

    private static final int MOST_TIERS = 10;
    private static final int MOST_PER_SOL = 100;
    private static final BigDecimal MOST_MULTIPLIED = BigDecimal.TEN;

    public ProgramTerms {
        tiers = List.copyOf(tiers);
    }

    /** The highest tier that so many points reach. */
    public Tier tierOf(int lifetimePoints) {
        var tier = tiers.getFirst();
        for (var next : tiers) {
            tier = lifetimePoints >= next.from() ? next : tier;
        }
        return tier;
    }

    /** Whole soles, times the points of one, times the tier, rounded down. */
    public int pointsFor(Money sale, int lifetimePoints) {
        return sale.value()
                .setScale(0, RoundingMode.DOWN)
                .multiply(BigDecimal.valueOf(pointsPerSol))
                .multiply(tierOf(lifetimePoints).multiplier())
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
    }

    /** Refuses tiers that do not rise from zero, and figures that nobody means. */
    void mustMakeSense() {
        POINTS_PER_SOL_OUT_OF_RANGE.require(pointsPerSol >= 1 && pointsPerSol <= MOST_PER_SOL);
        TIERS_OUT_OF_RANGE.require(!tiers.isEmpty() && tiers.size() <= MOST_TIERS);
        TIERS_RISE_FROM_ZERO.require(tiers.getFirst().from() == 0);
        var names = new HashSet<String>();
        for (int i = 0; i < tiers.size(); i++) {
            var tier = tiers.get(i);
            var name = Words.required("name", tier.name(), 30);
            TIER_NAMED_TWICE.require(names.add(name.toUpperCase(Locale.ROOT)), "name", name);
            TIERS_RISE_FROM_ZERO.require(i == 0 || tier.from() > tiers.get(i - 1).from());
            MULTIPLIER_OUT_OF_RANGE.require(
                    tier.multiplier().compareTo(BigDecimal.ONE) >= 0
                            && tier.multiplier().compareTo(MOST_MULTIPLIED) <= 0
                            && tier.multiplier().stripTrailingZeros().scale() <= 2,
                    "name",
                    name);
        }
    }
}
