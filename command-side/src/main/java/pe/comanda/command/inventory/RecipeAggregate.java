package pe.comanda.command.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import static pe.comanda.domain.inventory.InventoryRule.RECIPE_OF_ANOTHER_BRANCH;
import static pe.comanda.domain.inventory.InventoryRule.RECIPE_OF_NOTHING;

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
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.inventory.Recipe;
import pe.comanda.domain.inventory.RecipeCommand.*;
import pe.comanda.domain.inventory.RecipeEvent;
import pe.comanda.domain.inventory.RecipeId;
import pe.comanda.domain.inventory.Servings;

import java.util.List;

/** Runs {@link Recipe} on Axon. Holds no rule of its own. */
@Aggregate(type = "Recipe")
class RecipeAggregate {
    @AggregateIdentifier private @Nullable RecipeId id;
    private Owner owner = Owner.NOBODY;
    private Recipe recipe = Recipe.NONE;

    RecipeAggregate() {}

    /** A recipe exists from when it is first set; its id says which branch it belongs to. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(
            SetRecipe command,
            CommandMessage<?> message,
            Premises premises,
            StockItems items,
            Servings servings) {
        var branch = premises.of(message.getMetaData()).branch();
        var of = command.recipe();
        RECIPE_OF_ANOTHER_BRANCH.require(of.isOf(branch));
        owner.admit(message.getMetaData());
        return stored(
                items.decide(
                        message,
                        unitOf -> {
                            RECIPE_OF_NOTHING.require(servings.include(of, branch));
                            return recipe.decide(command, unitOf);
                        }));
    }

    @CommandHandler
    long handle(ClearRecipe command, CommandMessage<?> message, StockItems items) {
        owner.admit(message.getMetaData());
        return stored(items.decide(message, unitOf -> recipe.decide(command, unitOf)));
    }

    private long stored(List<RecipeEvent> events) {
        events.forEach(
                event -> {
                    var _ = apply(event, owner.stamp());
                });
        return getVersion();
    }

    @EventSourcingHandler
    void on(RecipeEvent event, MetaData metadata) {
        if (id == null) {
            id = event.recipe();
            owner = Owner.of(metadata);
        }
        recipe = Recipe.evolve(event);
    }
}
