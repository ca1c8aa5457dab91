package pe.comanda.command.ordering;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that are called out in a restaurant: 1, 2, 3 per branch and business day.
 *
 * <p>Drawn in a transaction of its own, so that orders of a branch do not wait for one another's
 * commit. That transaction need not wait for the disk: the order's own commit comes after it in the
 * log, so no order can survive a crash that its number does not. A program that is alone draws some
 * at once and hands them out from memory; several draw one by one, so that numbers rise in the
 * order of the orders. A refused order leaves a gap, and so does a restart.
 */
@Component
class OrderNumbers {
    private static final int AT_ONCE = 20;
    private final JdbcTemplate sql;
    private final TransactionTemplate apart;
    private final int atOnce;
    private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();

    OrderNumbers(
            JdbcTemplate sql,
            @Qualifier("transactionManager") PlatformTransactionManager transactions,
            @Value("${comanda.event-store:postgres}") String eventStore) {
        this.sql = sql;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.atOnce = "postgres".equals(eventStore) ? AT_ONCE : 1;
    }

    /** Numbers of a branch that are drawn and not handed out yet, up to and with the last. */
    private record Drawn(LocalDate day, int next, int last) {}

    int next(String branch, LocalDate day) {
        var number = new int[1];
        var unused =
                drawn.compute(
                        branch,
                        (_, before) -> {
                            var some =
                                    before != null
                                                    && before.day().equals(day)
                                                    && before.next() <= before.last()
                                            ? before
                                            : draw(branch, day);
                            number[0] = some.next();
                            return new Drawn(day, some.next() + 1, some.last());
                        });
        return number[0];
    }

    private Drawn draw(String branch, LocalDate day) {
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
                                                    atOnce));
                                }));
        return new Drawn(day, last - atOnce + 1, last);
    }
}
