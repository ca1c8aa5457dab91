package pe.comanda.boot.operations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.TenantScope;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

/**
 * Throws away, every hour on one node, what nobody asks for after three days: first answers under
 * idempotency keys, and messages of the feed. Of each branch's feed the last message stays, because
 * the next one is counted from it.
 */
@Component
class Housekeeping {
    static final Duration KEPT = Duration.ofHours(72);
    private final JdbcTemplate sql;
    private final Clock clock;

    Housekeeping(JdbcTemplate sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void tidy() {
        var before = Timestamp.from(clock.instant().minus(KEPT));
        TenantScope.run(
                TenantScope.ALL,
                () -> {
                    sql.update("delete from idempotency_key where created_at < ?", before);
                    sql.update(
                            """
                            delete from feed_message old where at < ? and sequence <
                                (select max(sequence) from feed_message last where last.branch_id = old.branch_id)
                            """,
                            before);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Clockwork {
        @Bean
        RecurringTask<Void> tidyEveryHour(ObjectProvider<Housekeeping> keeper) {
            return Tasks.recurring("housekeeping", FixedDelay.ofHours(1))
                    .execute((_, _) -> keeper.getObject().tidy());
        }
    }
}
