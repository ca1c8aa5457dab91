package pe.comanda.boot.axon;

import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import pe.comanda.boot.operations.RetryThenPark;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.TenantScope;

import java.time.Duration;
import java.util.HashMap;
import java.util.Set;

/** What Axon needs to be told once, whichever sides run. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    @Bean
    @Primary
    Serializer serializer(RevisionResolver revisions) {
        return Jackson3Serializer.builder()
                .revisionResolver(revisions)
                .jsonMapperBuilderCustomizer(EventSerializer.language())
                .build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(@Qualifier("serializer") Serializer general) {
        return general;
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer() {
        return EventSerializer.create();
    }

    /**
     * Holds aggregates strongly: a weak cache is emptied by every collection, just when it is
     * needed.
     */
    @Bean
    Cache aggregateCache() {
        return new StrongCache(Caffeine.newBuilder().maximumSize(50_000).build());
    }

    /** Who, where and why travel from command to event to the commands that follow from it. */
    @Bean
    CorrelationDataProvider whoWhereAndWhy() {
        return message -> {
            var data = new HashMap<String, Object>();
            for (var key : INHERITED) {
                var value = message.getMetaData().get(key);
                if (value != null) {
                    data.put(key, value);
                }
            }
            data.put(MetadataKey.CAUSE, causeOf(message));
            return data;
        };
    }

    private static final String[] INHERITED = {
        MetadataKey.ORGANIZATION,
        MetadataKey.BRANCH,
        MetadataKey.ACTOR,
        MetadataKey.ROLE,
        MetadataKey.SESSION,
        MetadataKey.DEVICE,
        MetadataKey.ADDRESS,
        MetadataKey.CORRELATION,
        MetadataKey.REASON
    };

    private static String causeOf(Message<?> message) {
        var kind = message instanceof EventMessage<?> ? "event:" : "command:";
        return kind + message.getPayloadType().getSimpleName() + ":" + message.getIdentifier();
    }

    /**
     * A batch holds events of many tenants and writes them when it commits: the scope lasts as long
     * as the batch.
     */
    private static MessageHandlerInterceptor<EventMessage<?>> everyTenant() {
        return (unitOfWork, chain) -> {
            var batch = unitOfWork.root();
            if (batch.resources().putIfAbsent("comanda.scope", TenantScope.ALL) == null) {
                var leave = TenantScope.enter(TenantScope.ALL);
                batch.onCleanup(_ -> leave.run());
            }
            return chain.proceed();
        };
    }

    /**
     * Every processor is pooled and loud: an event that cannot be handled is never logged and
     * forgotten. {@link DeadLetterConfiguration} says where it waits.
     */
    @Bean
    ConfigurerModule processors() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .usingPooledStreamingEventProcessors()
                        .registerPooledStreamingEventProcessorConfiguration(
                                (_, builder) ->
                                        builder.batchSize(500)
                                                .initialSegmentCount(1)
                                                .tokenClaimInterval(2_000)
                                                .enableCoordinatorClaimExtension())
                        .registerDefaultListenerInvocationErrorHandler(
                                _ -> PropagatingErrorHandler.instance())
                        .registerDefaultErrorHandler(
                                configuration ->
                                        new OneByOne(configuration.eventProcessingConfiguration()))
                        .registerDefaultHandlerInterceptor((_, _) -> everyTenant())
                        .registerDefaultDeadLetterPolicy(_ -> new RetryThenPark());
    }

    /** What people watch is told at once; the others put together what comes. */
    @Bean
    ConfigurerModule promptReaders(
            ListableBeanFactory beans,
            LogBell bell,
            @Value("${comanda.readers.prompt:view-live}") Set<String> prompt,
            @Value("${comanda.readers.others-within:100ms}") Duration othersWithin) {
        return configurer -> {
            for (var bean : beans.getBeanNamesForAnnotation(ProcessingGroup.class)) {
                var group = beans.findAnnotationOnBean(bean, ProcessingGroup.class);
                if (group != null) {
                    var name = group.value();
                    var patience = prompt.contains(name) ? Duration.ZERO : othersWithin;
                    var unused =
                            configurer
                                    .eventProcessing()
                                    .registerPooledStreamingEventProcessorConfiguration(
                                            name,
                                            (axon, builder) ->
                                                    builder.messageSource(
                                                            bell.heardBy(
                                                                    name,
                                                                    patience,
                                                                    axon.eventStore())));
                }
            }
        };
    }
}
