package pe.comanda.domain.loyalty;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How good a customer is, by all points ever earned. A higher tier multiplies what is earned next.
 *
 * @param from the lifetime points that it begins at
 * @param multiplier 1 for no more than anybody, two decimals
 */
public record Tier(String name, int from, BigDecimal multiplier) {
    public Tier {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(multiplier, "multiplier");
    }
}
