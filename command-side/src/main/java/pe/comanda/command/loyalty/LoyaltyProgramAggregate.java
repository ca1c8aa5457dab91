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
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.loyalty.LoyaltyProgram;
import pe.comanda.domain.loyalty.LoyaltyProgramId;
import pe.comanda.domain.loyalty.ProgramEvent;
import pe.comanda.domain.loyalty.SetProgram;

/** Runs {@link LoyaltyProgram} on Axon. Holds no rule of its own. */
@Aggregate(type = "LoyaltyProgram")
class LoyaltyProgramAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable LoyaltyProgramId id;

    private Owner owner = Owner.NOBODY;
    private LoyaltyProgram program = LoyaltyProgram.STANDARD;

    LoyaltyProgramAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(SetProgram command, MetaData metadata) {
        owner.admit(metadata);
        var whose = Owner.of(metadata).wholeOrganization();
        AccessRule.FOREIGN_TENANT.require(
                command.program().equals(LoyaltyProgramId.of(whose.organization())));
        program.decide(command)
                .forEach(
                        event -> {
                            var _ = apply(event, whose.stamp());
                        });
        return getVersion();
    }

    @EventSourcingHandler
    void on(ProgramEvent event, MetaData metadata) {
        id = event.program();
        owner = Owner.of(metadata).wholeOrganization();
        program = LoyaltyProgram.evolve(event);
    }
}
