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
import pe.comanda.domain.menu.Category;
import pe.comanda.domain.menu.CategoryCommand;
import pe.comanda.domain.menu.CategoryCommand.*;
import pe.comanda.domain.menu.CategoryEvent;
import pe.comanda.domain.menu.CategoryId;

/** Runs {@link Category} on Axon. Holds no rule of its own. */
@Aggregate(type = "Category", cache = "aggregateCache")
class CategoryAggregate {
    @AggregateIdentifier private @Nullable CategoryId id;

    private Owner owner = Owner.NOBODY;
    private Category category = Category.NOT_CREATED;

    CategoryAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(CreateCategory command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(RenameCategory command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(MoveCategory command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ArchiveCategory command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(RestoreCategory command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ArrangeDishes command, CommandMessage<?> message, MenuFactsSource facts) {
        return decide(command, message, facts);
    }

    private long decide(CategoryCommand command, CommandMessage<?> message, MenuFactsSource facts) {
        owner.admit(message.getMetaData());
        facts.decide(category, command, owner, message.getMetaData())
                .forEach(
                        event -> {
                            var _ = apply(event, owner.stamp());
                        });
        return getVersion();
    }

    @EventSourcingHandler
    void on(CategoryEvent event, MetaData metadata) {
        if (id == null) {
            id = event.category();
            owner = Owner.of(metadata);
        }
        category = category.evolve(event);
    }
}
