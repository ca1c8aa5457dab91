package pe.comanda.domain.shared;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a property on many seeds and names the one that breaks it. {@code -Dseed=42} repeats that
 * one alone.
 */
public final class Seeds {
    private Seeds() {}

    public static void forEach(int count, Consumer<Random> property) {
        var wanted = Long.getLong("seed");
        long first = wanted == null ? 1 : wanted;
        for (long seed = first; seed < first + (wanted == null ? count : 1); seed++) {
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Broken by -Dseed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
