package pe.comanda.command.menu;

import static pe.comanda.domain.menu.MenuRule.DISHES_TO_EDIT_OUT_OF_RANGE;
import static pe.comanda.domain.menu.MenuRule.DISH_NAMED_TWICE;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.menu.EditDishes;
import pe.comanda.domain.menu.MenuItemId;

import java.util.HashSet;
import java.util.Set;

/**
 * Edits many dishes by one commit. They are taken in the order of their ids, so that two edits that
 * meet wait for each other instead of blocking each other.
 */
@Component
class DishEdits {
    private final ObjectProvider<Configuration> axon;
    private final MenuFactsSource facts;

    DishEdits(ObjectProvider<Configuration> axon, MenuFactsSource facts) {
        this.axon = axon;
        this.facts = facts;
    }

    @CommandHandler
    long handle(EditDishes command, MetaData metadata) {
        DISHES_TO_EDIT_OUT_OF_RANGE.require(
                !command.dishes().isEmpty() && command.dishes().size() <= EditDishes.MOST,
                "limit",
                EditDishes.MOST);
        DISH_NAMED_TWICE.require(new HashSet<>(command.dishes()).size() == command.dishes().size());
        // A version belongs to one dish: it says nothing about many.
        var ofAll = metadata.withoutKeys(Set.of(MetadataKey.EXPECTED_VERSION));
        command.dishes().stream()
                .map(MenuItemId::value)
                .sorted()
                .forEach(dish -> undergo(dish, command, ofAll));
        return command.dishes().size();
    }

    private void undergo(String dish, EditDishes command, MetaData metadata) {
        try {
            axon.getObject()
                    .repository(MenuItemAggregate.class)
                    .load(dish)
                    .execute(shell -> shell.undergo(command.change(), metadata, facts));
        } catch (AggregateNotFoundException _) {
            throw AccessRule.NOT_FOUND.broken("id", dish);
        }
    }
}
