package pe.comanda.domain.invoicing;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next try: soon at first, then each half hour. */
final class Backoff {
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30));

    /** Up to a fifth more, so that a thousand documents do not come back in the same second. */
    private static final int SPREAD_PERCENT = 20;

    private Backoff() {}

    /**
     * @param failures in a row, from 1
     * @param seed tells documents apart; the same document always waits alike
     */
    static Duration after(int failures, String seed) {
        var base = STEPS.get(Math.min(failures, STEPS.size()) - 1);
        var percent = Math.floorMod((seed + "#" + failures).hashCode(), SPREAD_PERCENT + 1);
        return base.plusMillis(base.toMillis() * percent / 100);
    }
}
