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
import pe.comanda.domain.menu.DishEdit;
import pe.comanda.domain.menu.MenuItem;
import pe.comanda.domain.menu.MenuItemCommand;
import pe.comanda.domain.menu.MenuItemCommand.*;
import pe.comanda.domain.menu.MenuItemEvent;
import pe.comanda.domain.menu.MenuItemId;

import java.util.Objects;

/** Runs {@link MenuItem} on Axon. Holds no rule of its own. */
@Aggregate(type = "MenuItem", cache = "aggregateCache")
class MenuItemAggregate {
    @AggregateIdentifier private @Nullable MenuItemId id;

    private Owner owner = Owner.NOBODY;
    private MenuItem dish = MenuItem.NOT_CREATED;

    MenuItemAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(CreateDish command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ChangePrice command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ChangeDetails command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(LinkModifierGroup command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(UnlinkModifierGroup command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(OrderModifierGroups command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(SetAvailability command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(SetStock command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ArchiveDish command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(RestoreDish command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    /** Undergoes its part of an edit of many, in that edit's own transaction. */
    void undergo(DishEdit change, MetaData metadata, MenuFactsSource facts) {
        owner.admit(metadata);
        var command = change.on(Objects.requireNonNull(id), dish);
        facts.decide(dish, command, owner, metadata)
                .forEach(
                        event -> {
                            var _ = apply(event, owner.stamp());
                        });
    }

    private long decide(MenuItemCommand command, CommandMessage<?> message, MenuFactsSource facts) {
        owner.admit(message.getMetaData());
        facts.decide(dish, command, owner, message.getMetaData())
                .forEach(
                        event -> {
                            var _ = apply(event, owner.stamp());
                        });
        return getVersion();
    }

    @EventSourcingHandler
    void on(MenuItemEvent event, MetaData metadata) {
        if (id == null) {
            id = event.dish();
            owner = Owner.of(metadata);
        }
        dish = dish.evolve(event);
    }
}
