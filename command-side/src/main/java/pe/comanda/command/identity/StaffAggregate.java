package pe.comanda.command.identity;

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
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.identity.StaffCommand;
import pe.comanda.domain.identity.StaffCommand.*;
import pe.comanda.domain.identity.StaffEvent;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.identity.StaffMember;

/** Runs {@link StaffMember} on Axon. Holds no rule of its own. */
@Aggregate(type = "StaffMember", cache = "aggregateCache")
class StaffAggregate {
    @AggregateIdentifier private @Nullable StaffId id;

    private Owner owner = Owner.NOBODY;
    private StaffMember member = StaffMember.NOT_HIRED;

    StaffAggregate() {}

    /** Part of signing up: see {@link SigningUp}. */
    StaffAggregate(HireStaff command, Caller caller, StaffRegister register) {
        decide(command, caller, register);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(HireStaff command, MetaData metadata, StaffRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(ChangeRole command, MetaData metadata, StaffRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(AssignBranches command, MetaData metadata, StaffRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(DisableStaff command, MetaData metadata, StaffRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(EnableStaff command, MetaData metadata, StaffRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(SetPassword command, MetaData metadata, StaffRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(ChangeOwnPassword command, MetaData metadata, StaffRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(ChangeProfile command, MetaData metadata, StaffRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    private long admitAndDecide(StaffCommand command, MetaData metadata, StaffRegister register) {
        owner.admit(metadata);
        decide(command, Caller.from(metadata), register);
        return getVersion();
    }

    /** People belong to the organization, not to the branch in which somebody happened to act. */
    private void decide(StaffCommand command, Caller caller, StaffRegister register) {
        var stamp = new Owner(caller.organization(), null).stamp();
        for (var event : register.decide(member, command, caller)) {
            var _ = apply(event, stamp);
        }
    }

    @EventSourcingHandler
    void on(StaffEvent event, MetaData metadata) {
        if (id == null) {
            id = event.staff();
            owner = new Owner(Owner.of(metadata).organization(), null);
        }
        member = member.evolve(event);
    }
}
