package pe.comanda.command.shared;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Snapshots for the aggregates that live for years: stock items, points accounts, coupons and
 * rewards. Made beside the work, by a thread of their own; losing one costs nothing but a longer
 * load.
 */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    private static final int EVENTS = 200;

    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ExecutorService snapshotExecutor() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("snapshots").daemon().factory());
    }

    @Bean
    Snapshotter aggregateSnapshotter(
            org.axonframework.config.Configuration axon,
            EventStore eventStore,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers,
            @Qualifier("snapshotExecutor") ExecutorService snapshotExecutor) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .eventStore(eventStore)
                .transactionManager(transactions)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .executor(snapshotExecutor)
                .build();
    }

    @Bean
    SnapshotTriggerDefinition everyTwoHundredEvents(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS);
    }
}
