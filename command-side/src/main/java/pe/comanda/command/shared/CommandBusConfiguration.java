package pe.comanda.command.shared;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The bus on which commands are handled in this process; Axon Server's bus puts itself before it.
 */
@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {

    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(
            TransactionManager transactions,
            org.axonframework.config.Configuration axon,
            DuplicateCommandHandlerResolver duplicates) {
        var bus =
                new PatientCommandBus(
                        SimpleCommandBus.builder()
                                .transactionManager(transactions)
                                .duplicateCommandHandlerResolver(duplicates)
                                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                                .messageMonitor(
                                        axon.messageMonitor(CommandBus.class, "commandBus")));
        var unused =
                bus.registerHandlerInterceptor(
                        new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }
}
