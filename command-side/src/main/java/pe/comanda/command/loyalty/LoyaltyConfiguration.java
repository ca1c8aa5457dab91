package pe.comanda.command.loyalty;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What loyalty does by the clock, and how orders reach it. */
@Configuration(proxyBeanMethods = false)
class LoyaltyConfiguration {

    /** Accounts are loaded by Axon, which is not there before those who ask for them. */
    @Bean
    PointsPurse pointsPurse(ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new Purses(
                id -> axon.getObject().repository(LoyaltyAccountAggregate.class).load(id));
    }

    @Bean
    RecurringTask<Void> expireOldPoints(ObjectProvider<WhenPointsAreOldThenExpireThem> policy) {
        return Tasks.recurring("loyalty-expire-points", FixedDelay.ofHours(1))
                .execute((_, _) -> policy.getObject().look());
    }
}
