package pe.comanda.command.shared;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

import pe.comanda.domain.shared.Command;

/** Aggregates on an Axon of a test's own, which find their target as the program's do. */
public final class Shells {
    private Shells() {}

    public static <A> AggregateConfigurer<A> of(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(
                        _ ->
                                message ->
                                        new VersionedAggregateIdentifier(
                                                ((Command) message.getPayload()).target().value(),
                                                null));
    }
}
