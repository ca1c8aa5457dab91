package pe.comanda.command.loyalty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.loyalty.CustomerEvent;
import pe.comanda.domain.loyalty.CustomerEvent.CustomerRegistered;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.RegisterCustomer;

/**
 * A customer of an organization. What is personal is filed by {@link Profiles}, in the same
 * transaction.
 */
@Aggregate(type = "Customer", cache = "aggregateCache")
class CustomerAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable CustomerId id;

    CustomerAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(RegisterCustomer command, MetaData metadata, Profiles profiles) {
        var owner = Owner.of(metadata).wholeOrganization();
        profiles.file(owner.organization(), command);
        var _ =
                apply(
                        new CustomerRegistered(
                                command.customer(), PointsAccounts.of(command.customer())),
                        owner.stamp());
        return getVersion();
    }

    @EventSourcingHandler
    void on(CustomerEvent event) {
        id = event.customer();
    }
}
