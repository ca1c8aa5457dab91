package pe.comanda.boot.axon;

import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jpa.JpaSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * An event that a view, lookup or policy cannot handle waits in PostgreSQL, with whatever follows
 * it in its sequence, while the rest goes on: {@link OneByOne}. Sagas have no such queue: they try
 * again until they succeed.
 *
 * <p>A queue is full at {@code comanda.dead-letters.most} sequences, or letters of one sequence.
 * Then its reader stands, which health tells: whatever fails so often is no matter of single
 * events, and nothing is lost by waiting for a person.
 *
 * <p>Axon's own module of this type gives a queue only to processors that are listed in the
 * settings, and would have the last word; this one stands in its place.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {
    /** Sequences whose absence from a queue is remembered, once there is anything in it. */
    private static final int REMEMBERED = 10_000;

    @Bean
    DeadLetterQueueProviderConfigurerModule deadLetterQueues(
            EventProcessorProperties properties,
            EntityManagerProvider entityManagers,
            TransactionManager transactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            ListableBeanFactory beans,
            @Value("${comanda.dead-letters.most:10000}") int most,
            @Value("${comanda.event-store:postgres}") String eventStore) {
        return new EveryGroup(
                properties,
                beans,
                group ->
                        new LaterQueue(
                                JpaSequencedDeadLetterQueue.<EventMessage<?>>builder()
                                        .processingGroup(group)
                                        .maxSequences(most)
                                        .maxSequenceSize(most)
                                        .entityManagerProvider(entityManagers)
                                        .transactionManager(transactions)
                                        .genericSerializer(serializer)
                                        .eventSerializer(eventSerializer),
                                transactions),
                "postgres".equals(eventStore));
    }

    /** Makes the queue of a group. */
    private interface Queues {
        SequencedDeadLetterQueue<EventMessage<?>> of(String group);
    }

    private static final class EveryGroup extends DeadLetterQueueProviderConfigurerModule {
        private final ListableBeanFactory beans;
        private final Queues queues;
        private final boolean alone;

        EveryGroup(
                EventProcessorProperties properties,
                ListableBeanFactory beans,
                Queues queues,
                boolean alone) {
            super(properties, group -> _ -> queues.of(group));
            this.beans = beans;
            this.queues = queues;
            this.alone = alone;
        }

        /**
         * A view that starts over forgets its letters: it reads their events again, and a letter
         * that still waited would be handled on top.
         */
        @Override
        public void configureModule(Configurer configurer) {
            var processing = configurer.eventProcessing();
            var unused = processing.registerDeadLetterQueueProvider(group -> _ -> queues.of(group));
            groups().forEach(
                            group ->
                                    processing
                                            .registerDeadLetteringEventHandlerInvokerConfiguration(
                                                    group,
                                                    (_, invoker) ->
                                                            remembering(invoker.allowReset(true))));
        }

        /**
         * While a queue is empty, and it nearly always is, no event has to ask the database whether
         * something of its sequence waits there. Several nodes must ask: Axon 4.13 does not forget
         * what it knew of a segment when another node takes it over.
         */
        private DeadLetteringEventHandlerInvoker.Builder remembering(
                DeadLetteringEventHandlerInvoker.Builder invoker) {
            return alone
                    ? invoker.enableSequenceIdentifierCache()
                            .sequenceIdentifierCacheSize(REMEMBERED)
                    : invoker;
        }

        private Stream<String> groups() {
            return Arrays.stream(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                    .flatMap(
                            bean ->
                                    Stream.ofNullable(
                                            beans.findAnnotationOnBean(
                                                    bean, ProcessingGroup.class)))
                    .map(ProcessingGroup::value)
                    .distinct();
        }
    }
}
