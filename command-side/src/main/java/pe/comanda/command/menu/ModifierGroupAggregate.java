package pe.comanda.command.menu;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.menu.ModifierGroup;
import pe.comanda.domain.menu.ModifierGroupCommand;
import pe.comanda.domain.menu.ModifierGroupCommand.*;
import pe.comanda.domain.menu.ModifierGroupEvent;
import pe.comanda.domain.menu.ModifierGroupId;

/** Runs {@link ModifierGroup} on Axon. Holds no rule of its own. */
@Aggregate(type = "ModifierGroup", cache = "aggregateCache")
class ModifierGroupAggregate {
    @AggregateIdentifier private @Nullable ModifierGroupId id;

    private Owner owner = Owner.NOBODY;
    private ModifierGroup group = ModifierGroup.NOT_CREATED;

    ModifierGroupAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(CreateModifierGroup command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ChangeModifierGroup command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(AddOption command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ChangeOption command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(RemoveOption command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(SetOptionAvailability command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ArchiveModifierGroup command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(RestoreModifierGroup command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    private long decide(
            ModifierGroupCommand command, CommandMessage<?> message, MenuFactsSource facts) {
        owner.admit(message.getMetaData());
        facts.decide(group, command, owner, message.getMetaData())
                .forEach(
                        event -> {
                            var _ = apply(event, owner.stamp());
                        });
        return getVersion();
    }

    @EventSourcingHandler
    void on(ModifierGroupEvent event, MetaData metadata) {
        if (id == null) {
            id = event.group();
            owner = Owner.of(metadata);
        }
        group = group.evolve(event);
    }
}
