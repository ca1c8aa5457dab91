package pe.comanda.command.loyalty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;
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
import pe.comanda.domain.loyalty.Customer;
import pe.comanda.domain.loyalty.CustomerCommand;
import pe.comanda.domain.loyalty.CustomerCommand.*;
import pe.comanda.domain.loyalty.CustomerEvent;
import pe.comanda.domain.loyalty.CustomerId;

import java.util.List;

/**
 * Runs {@link Customer} on Axon. What is personal is filed by {@link Profiles}, in the same
 * transaction.
 */
@Aggregate(type = "Customer")
class CustomerAggregate {
    @AggregateIdentifier private @Nullable CustomerId id;
    private Owner owner = Owner.NOBODY;
    private Customer customer = Customer.NOT_REGISTERED;

    CustomerAggregate() {}

    /** The account is opened here, so that nobody else can open it for somebody else's customer. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(RegisterCustomer command, MetaData metadata, Profiles profiles) throws Exception {
        var whose = Owner.of(metadata).wholeOrganization();
        var events = customer.decide(command);
        profiles.file(whose.organization(), command.customer(), command.data().checked());
        record(events, whose);
        var _ =
                createNew(
                        LoyaltyAccountAggregate.class,
                        () -> new LoyaltyAccountAggregate(command.customer(), whose));
        return getVersion();
    }

    @CommandHandler
    long handle(ChangeCustomer command, MetaData metadata, Profiles profiles) {
        var events = decide(command, metadata);
        profiles.change(owner.organization(), command.customer(), command.data().checked());
        record(events, owner);
        return getVersion();
    }

    @CommandHandler
    long handle(ForgetCustomer command, MetaData metadata, Profiles profiles) {
        var events = decide(command, metadata);
        profiles.forget(owner.organization(), command.customer());
        record(events, owner);
        return getVersion();
    }

    private List<CustomerEvent> decide(CustomerCommand command, MetaData metadata) {
        owner.admit(metadata);
        return customer.decide(command);
    }

    private static void record(List<CustomerEvent> events, Owner whose) {
        events.forEach(
                event -> {
                    var _ = apply(event, whose.stamp());
                });
    }

    @EventSourcingHandler
    void on(CustomerEvent event, MetaData metadata) {
        if (id == null) {
            id = event.customer();
            owner = Owner.of(metadata).wholeOrganization();
        }
        customer = Customer.evolve(event);
    }
}
