package pe.comanda.query.live;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import pe.comanda.domain.live.MessageType;
import pe.comanda.domain.live.Rooms;
import pe.comanda.domain.menu.CategoryEvent;
import pe.comanda.domain.menu.GroupOption;
import pe.comanda.domain.menu.MenuItemEvent;
import pe.comanda.domain.menu.MenuItemEvent.*;
import pe.comanda.domain.menu.ModifierGroupEvent;
import pe.comanda.domain.menu.ModifierGroupEvent.*;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import java.util.List;
import java.util.Map;

/**
 * Tells everybody, diners included, which dishes and options are off, and that the menu is another:
 * it is fetched again with its ETag.
 */
@Component
@ProcessingGroup(Views.LIVE)
class MenuFeed {
    private static final List<String> EVERYBODY = List.of(Rooms.MENU);
    private final LiveBatch batch;

    MenuFeed(LiveBatch batch) {
        this.batch = batch;
    }

    /**
     * @param available whether it can be ordered
     */
    record LiveDish(String id, String name, boolean available) {}

    /**
     * @param group that it is chosen from
     */
    record LiveOption(String id, String group, String name, boolean available) {}

    @EventHandler
    void on(CategoryEvent event, EventMessage<?> message) {
        menuChanged(message);
    }

    @EventHandler
    void on(MenuItemEvent event, EventMessage<?> message) {
        var id = event.dish().value();
        switch (event) {
            case DishCreated(_, _, var card, _) -> {
                known(new LiveDish(id, card.name(), true), message);
                menuChanged(message);
            }
            case DishDetailsChanged(_, _, var card) -> {
                known(new LiveDish(id, card.name(), dish(id).available()), message);
                menuChanged(message);
            }
            case DishTakenOff _ -> told(new LiveDish(id, dish(id).name(), false), message);
            case DishBroughtBack(_, _, boolean available) ->
                    told(new LiveDish(id, dish(id).name(), available), message);
            case DishPriceChanged _, DishGroupsChanged _, DishArchived _, DishRestored _ ->
                    menuChanged(message);
        }
    }

    @EventHandler
    void on(ModifierGroupEvent event, EventMessage<?> message) {
        var group = event.group();
        switch (event) {
            case ModifierGroupCreated(_, _, _, var options) -> {
                options.forEach(option -> known(group, option, message));
                menuChanged(message);
            }
            case OptionAdded(_, var option) -> {
                known(group, option, message);
                menuChanged(message);
            }
            case OptionChanged(_, var option) -> {
                known(group, option, message);
                menuChanged(message);
            }
            case OptionTakenOff(_, var option) -> told(group, option, false, message);
            case OptionBroughtBack(_, var option) -> told(group, option, true, message);
            case OptionRemoved(_, var option) -> {
                batch.set(thing(option(option), message, Standing.GONE));
                menuChanged(message);
            }
            case ModifierGroupChanged _, ModifierGroupArchived _, ModifierGroupRestored _ ->
                    menuChanged(message);
        }
    }

    @ResetHandler
    void reset() {
        batch.clear(Kind.DISH);
        batch.clear(Kind.OPTION);
    }

    private void menuChanged(EventMessage<?> message) {
        var tenant = Tenant.of(message.getMetaData());
        batch.tell(
                new Thing(
                        Kind.MENU,
                        tenant.branch(),
                        tenant,
                        EVERYBODY,
                        Map.of("branch", tenant.branch()),
                        Standing.GONE),
                MessageType.MENU_CHANGED,
                News.of(message));
    }

    private LiveDish dish(String id) {
        return batch.now(Kind.DISH, id, LiveDish.class).orElseThrow();
    }

    private LiveOption option(OptionId id) {
        return batch.now(Kind.OPTION, id.value(), LiveOption.class).orElseThrow();
    }

    private void known(LiveDish dish, EventMessage<?> message) {
        batch.set(thing(dish, message));
    }

    private void told(LiveDish dish, EventMessage<?> message) {
        batch.tell(thing(dish, message), MessageType.MENU_AVAILABILITY, News.of(message));
    }

    private void known(ModifierGroupId group, GroupOption option, EventMessage<?> message) {
        var known =
                new LiveOption(
                        option.id().value(), group.value(), option.name(), option.available());
        batch.set(thing(known, message, standing(known.available())));
    }

    private void told(
            ModifierGroupId group, OptionId id, boolean available, EventMessage<?> message) {
        var option = new LiveOption(id.value(), group.value(), option(id).name(), available);
        batch.tell(
                thing(option, message, standing(available)),
                MessageType.MENU_AVAILABILITY,
                News.of(message));
    }

    private static Thing thing(LiveDish dish, EventMessage<?> message) {
        return new Thing(
                Kind.DISH,
                dish.id(),
                Tenant.of(message.getMetaData()),
                EVERYBODY,
                dish,
                standing(dish.available()));
    }

    private static Thing thing(LiveOption option, EventMessage<?> message, Standing standing) {
        return new Thing(
                Kind.OPTION,
                option.id(),
                Tenant.of(message.getMetaData()),
                EVERYBODY,
                option,
                standing);
    }

    private static Standing standing(boolean available) {
        return available ? Standing.KEPT : Standing.SHOWN;
    }
}
