package pe.comanda.command.ordering;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The numbers that are called out in a restaurant: 1, 2, 3 per branch and business day.
 *
 * <p>Drawn in a transaction of its own, so that orders of a branch do not wait for one another's
 * commit. That transaction need not wait for the disk: the order's own commit comes after it in the
 * log, so no order can survive a crash that its number does not. A program that is alone draws some
 * at once and hands them out from memory, more where they last less than a second; several draw one
 * by one, so that numbers rise in the order of the orders. A refused order leaves a gap, and so
 * does a restart.
 */
@Component
class OrderNumbers {
    private static final int AT_ONCE = 10;
    private static final int MOST_AT_ONCE = 640;
    private static final long SHORT = Duration.ofSeconds(1).toNanos();
    private static final long LONG = Duration.ofSeconds(10).toNanos();
    private final JdbcTemplate sql;
    private final TransactionTemplate apart;
    private final boolean alone;
    private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();

    OrderNumbers(
            JdbcTemplate sql,
            @Qualifier("transactionManager") PlatformTransactionManager transactions,
            @Value("${comanda.event-store:postgres}") String eventStore) {
        this.sql = sql;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.alone = "postgres".equals(eventStore);
    }

    /** Numbers of a branch that are drawn and not all handed out yet. */
    private record Drawn(LocalDate day, AtomicInteger next, int last, int count, long at) {
        OptionalInt handOut() {
            int number = next.getAndIncrement();
            return number <= last ? OptionalInt.of(number) : OptionalInt.empty();
        }
    }

    int next(String branch, LocalDate day) {
        while (true) {
            var some = drawn.get(branch);
            var number =
                    some == null || !some.day().equals(day) ? OptionalInt.empty() : some.handOut();
            if (number.isPresent()) {
                return number.getAsInt();
            }
            var unused =
                    drawn.compute(
                            branch,
                            (_, now) -> now == some ? draw(branch, day, howMany(some)) : now);
        }
    }

    private int howMany(@Nullable Drawn before) {
        if (!alone) {
            return 1;
        }
        long lasted = before == null ? Long.MAX_VALUE : System.nanoTime() - before.at();
        if (before == null || lasted > LONG) {
            return AT_ONCE;
        }
        return lasted > SHORT ? before.count() : Math.min(2 * before.count(), MOST_AT_ONCE);
    }

    private Drawn draw(String branch, LocalDate day, int count) {
        int last =
                Objects.requireNonNull(
                        apart.execute(
                                _ -> {
                                    sql.execute("set local synchronous_commit = off");
                                    return Objects.requireNonNull(
                                            sql.queryForObject(
                                                    """
                                            insert into order_number (branch_id, business_day, last) values (?, ?, ?)
                                            on conflict (branch_id, business_day)
                                            do update set last = order_number.last + excluded.last
                                            returning last
                                            """,
                                                    Integer.class,
                                                    branch,
                                                    day,
                                                    count));
                                }));
        return new Drawn(day, new AtomicInteger(last - count + 1), last, count, System.nanoTime());
    }
}
