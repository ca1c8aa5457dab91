package pe.comanda.api.security;

import static pe.comanda.api.shared.EdgeRule.TOO_MANY_REQUESTS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often something may be tried under a key: a bucket that fills up again evenly. Kept in memory
 * of this process.
 */
public final class Attempts {
    private final int most;
    private final Duration within;
    private final Clock clock;
    private final Cache<String, Bucket> buckets;

    public Attempts(int most, Duration within, Clock clock) {
        this.most = most;
        this.within = within;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(within).build();
    }

    private record Bucket(double left, Instant at) {}

    /** Takes one; refuses with the seconds to wait where none is left. */
    public void take(String key) {
        var after = move(key, -1);
        if (after.left() < 0) {
            var _ = move(key, 1);
            var wait = Math.ceil(-after.left() * within.toMillis() / most / 1000.0);
            throw TOO_MANY_REQUESTS.broken("retryAfter", (long) Math.max(1, wait));
        }
    }

    /** Gives one back: it was no failed attempt after all. */
    public void giveBack(String key) {
        var _ = move(key, 1);
    }

    private Bucket move(String key, int by) {
        var now = clock.instant();
        return buckets.asMap()
                .compute(
                        key,
                        (_, bucket) -> {
                            double filled = bucket == null ? most : refilled(bucket, now);
                            return new Bucket(Math.min(most, filled + by), now);
                        });
    }

    private double refilled(Bucket bucket, Instant now) {
        double share = (double) Duration.between(bucket.at(), now).toMillis() / within.toMillis();
        return Math.min(most, bucket.left() + share * most);
    }
}
