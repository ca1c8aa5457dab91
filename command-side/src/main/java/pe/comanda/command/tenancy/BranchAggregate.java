package pe.comanda.command.tenancy;

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
import pe.comanda.domain.tenancy.Branch;
import pe.comanda.domain.tenancy.BranchCommand;
import pe.comanda.domain.tenancy.BranchCommand.*;
import pe.comanda.domain.tenancy.BranchEvent;
import pe.comanda.domain.tenancy.BranchId;

/** Runs {@link Branch} on Axon. Holds no rule of its own. */
@Aggregate(type = "Branch", cache = "aggregateCache")
class BranchAggregate {
    @AggregateIdentifier private @Nullable BranchId id;

    private Owner owner = Owner.NOBODY;
    private Branch branch = Branch.NOT_OPENED;

    BranchAggregate() {}

    /** Part of signing up: see {@link Founding}. */
    BranchAggregate(OpenBranch command, String organization, BranchRegister register) {
        owner = new Owner(organization, command.branch().value());
        decide(command, register);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(OpenBranch command, MetaData metadata, BranchRegister register) {
        owner = new Owner(Caller.from(metadata).organization(), command.branch().value());
        decide(command, register);
        return getVersion();
    }

    @CommandHandler
    long handle(ChangeBranchDetails command, MetaData metadata, BranchRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(ChangeBranchSettings command, MetaData metadata, BranchRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(SetTaxRegime command, MetaData metadata, BranchRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(ReplacePublicCode command, MetaData metadata, BranchRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(CloseBranch command, MetaData metadata, BranchRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    @CommandHandler
    long handle(ReopenBranch command, MetaData metadata, BranchRegister register) {
        return admitAndDecide(command, metadata, register);
    }

    private long admitAndDecide(BranchCommand command, MetaData metadata, BranchRegister register) {
        owner.admit(metadata);
        decide(command, register);
        return getVersion();
    }

    private void decide(BranchCommand command, BranchRegister register) {
        for (var event : register.decide(branch, command, owner.organization())) {
            var _ = apply(event, owner.stamp());
        }
    }

    @EventSourcingHandler
    void on(BranchEvent event, MetaData metadata) {
        if (id == null) {
            id = event.branch();
            owner = new Owner(Owner.of(metadata).organization(), event.branch().value());
        }
        branch = branch.evolve(event);
    }
}
