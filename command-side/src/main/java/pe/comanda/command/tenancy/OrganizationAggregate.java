package pe.comanda.command.tenancy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.tenancy.Organization;
import pe.comanda.domain.tenancy.OrganizationCommand;
import pe.comanda.domain.tenancy.OrganizationCommand.*;
import pe.comanda.domain.tenancy.OrganizationEvent;
import pe.comanda.domain.tenancy.OrganizationId;

/** Runs {@link Organization} on Axon. Holds no rule of its own. */
@Aggregate(type = "Organization", cache = "aggregateCache")
class OrganizationAggregate {
    @AggregateIdentifier private @Nullable OrganizationId id;

    private Owner owner = Owner.NOBODY;
    private Organization organization = Organization.NOT_REGISTERED;

    OrganizationAggregate() {}

    /** Part of signing up: see {@link Founding}. */
    OrganizationAggregate(RegisterOrganization command, OrganizationRegister register) {
        owner = new Owner(command.organization().value(), null);
        decide(command, register);
    }

    @CommandHandler
    long handle(ChangeOrganization command, MetaData metadata, OrganizationRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(SuspendOrganization command, MetaData metadata, OrganizationRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(ResumeOrganization command, MetaData metadata, OrganizationRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    private long admitAndDecide(
            OrganizationCommand command, MetaData metadata, OrganizationRegister register) {
        owner.admit(metadata);
        decide(command, register);
        return getVersion();
    }

    private void decide(OrganizationCommand command, OrganizationRegister register) {
        for (var event : register.decide(organization, command)) {
            var _ = apply(event, owner.stamp());
        }
    }

    @EventSourcingHandler
    void on(OrganizationEvent event) {
        if (id == null) {
            id = event.organization();
            owner = new Owner(event.organization().value(), null);
        }
        organization = organization.evolve(event);
    }
}
