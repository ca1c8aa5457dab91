package pe.comanda.command.ordering;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The numbers that are called out in a restaurant: 1, 2, 3 per branch and business day.
 *
 * <p>Drawn in a transaction of its own, so that orders of a branch do not wait for one another's
 * commit. That transaction need not wait for the disk: the order's own commit comes after it in the
 * log, so no order can survive a crash that its number does not. A refused order leaves a gap.
 */
@Component
class OrderNumbers {
    private final JdbcTemplate sql;
    private final TransactionTemplate apart;

    OrderNumbers(
            JdbcTemplate sql,
            @Qualifier("transactionManager") PlatformTransactionManager transactions) {
        this.sql = sql;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    int next(String branch, LocalDate day) {
        return Objects.requireNonNull(
                apart.execute(
                        _ -> {
                            sql.execute("set local synchronous_commit = off");
                            return Objects.requireNonNull(
                                    sql.queryForObject(
                                            """
                    insert into order_number (branch_id, business_day, last) values (?, ?, 1)
                    on conflict (branch_id, business_day) do update set last = order_number.last + 1
                    returning last
                    """,
                                            Integer.class,
                                            branch,
                                            day));
                        }));
    }
}
