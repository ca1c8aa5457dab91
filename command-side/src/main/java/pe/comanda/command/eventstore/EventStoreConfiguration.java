package pe.comanda.command.eventstore;

import io.axoniq.axonserver.connector.AxonServerConnection;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

import pe.comanda.command.shared.Positions;
import pe.comanda.command.shared.Streams;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

/**
 * Where events are kept: PostgreSQL unless {@code comanda.event-store} says {@code axon-server}.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(
            name = "comanda.event-store",
            havingValue = "postgres",
            matchIfMissing = true)
    static class OnPostgres {

        @Bean
        PostgresEventStorage eventStorageEngine(
                DataSource dataSource,
                TransactionManager transactions,
                Configuration axon,
                Serializer snapshotSerializer,
                @Qualifier("eventSerializer") Serializer eventSerializer) {
            var builder =
                    JdbcEventStorageEngine.builder()
                            .connectionProvider(
                                    new UnitOfWorkAwareConnectionProviderWrapper(
                                            new SpringDataSourceConnectionProvider(dataSource)))
                            .transactionManager(transactions)
                            .schema(schema())
                            .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                            .eventSerializer(eventSerializer)
                            .snapshotSerializer(snapshotSerializer)
                            .upcasterChain(axon.upcasterChain())
                            .snapshotFilter(axon.snapshotFilter())
                            .batchSize(500);
            return new PostgresEventStorage(builder, new SharedCommits(dataSource));
        }

        /** Named and qualified as Axon names its own, in whose place it stands. */
        @Bean("eventBus")
        @Qualifier("eventStore")
        EmbeddedEventStore eventStore(PostgresEventStorage storage, Configuration axon) {
            return new StagedByAggregate(
                    EmbeddedEventStore.builder()
                            .storageEngine(storage)
                            .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                            .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
        }

        private static EventSchema schema() {
            return EventSchema.builder()
                    .eventTable("domain_event")
                    .snapshotTable("snapshot_event")
                    .globalIndexColumn("global_index")
                    .eventIdentifierColumn("event_id")
                    .aggregateIdentifierColumn("aggregate_id")
                    .sequenceNumberColumn("sequence_number")
                    .typeColumn("aggregate_type")
                    .timestampColumn("occurred_at")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("metadata")
                    .build();
        }
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "comanda.event-store", havingValue = "axon-server")
    static class OnAxonServer {

        /**
         * Axon Server does not tell a client where its events went; the head after the commit is a
         * safe upper bound.
         */
        @Bean
        Positions positions(AxonServerConnectionManager connections) {
            return new Positions() {
                @Override
                public long storedBy(UnitOfWork<?> unitOfWork) {
                    return latest();
                }

                @Override
                public long latest() {
                    return head(connections.getConnection());
                }
            };
        }

        /** A command of a saga is a unit of work by itself there: nothing is known ahead. */
        @Bean
        Streams streams() {
            return _ -> {};
        }

        private static long head(AxonServerConnection connection) {
            try {
                return connection.eventChannel().getLastToken().get(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EventStoreException(
                        "Interrupted while asking for the head of the event log", e);
            } catch (ExecutionException | TimeoutException e) {
                throw new EventStoreException(
                        "Axon Server did not tell the head of the event log", e);
            }
        }
    }
}
