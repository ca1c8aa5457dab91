package pe.comanda.command.rewards;

import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

import pe.comanda.command.loyalty.PointsPurse;
import pe.comanda.command.ordering.RewardDesk;

import java.time.Clock;

/** How orders reach rewards: loaded by Axon, which is not there before them. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class RewardConfiguration {

    @Bean
    RewardDesk rewardDesk(ObjectProvider<Configuration> axon, PointsPurse purse, Clock clock) {
        return new Rewards(
                id -> axon.getObject().repository(RewardAggregate.class).load(id), purse, clock);
    }
}
