package pe.comanda.command.floor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Premises;

/** What sessions are decided with. Tables are loaded by Axon, which is not there before them. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class FloorConfiguration {

    @Bean
    SessionFactsSource sessionFacts(
            ObjectProvider<Configuration> axon,
            OpenOrders orders,
            Premises premises,
            Lookups lookups) {
        var tables = new Tables(id -> axon.getObject().repository(TableAggregate.class).load(id));
        return new SessionFactsSource(tables, orders, premises, lookups);
    }

    @Bean
    RecurringTask<Void> expireOverdueSessions(
            ObjectProvider<WhenSessionsAreOverdueThenExpireThem> policy) {
        return Tasks.recurring("floor-expire-sessions", FixedDelay.ofSeconds(15))
                .execute((_, _) -> policy.getObject().look());
    }
}
