package pe.comanda.query.menu;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.domain.menu.CategoryEvent;
import pe.comanda.domain.menu.CategoryEvent.*;
import pe.comanda.domain.menu.MenuItemEvent;
import pe.comanda.domain.menu.MenuItemEvent.*;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroupEvent;
import pe.comanda.domain.menu.ModifierGroupEvent.*;
import pe.comanda.domain.menu.OffReason;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import java.time.Instant;
import java.util.List;

/** Follows the menu of every branch. */
@Component
@ProcessingGroup(Views.MENU)
class MenuProjection {
    private final CategoryRows categories;
    private final DishRows dishes;
    private final ModifierGroupRows groups;
    private final GroupOptions options;
    private final RenderedMenus menus;

    MenuProjection(
            CategoryRows categories,
            DishRows dishes,
            ModifierGroupRows groups,
            GroupOptions options,
            RenderedMenus menus) {
        this.categories = categories;
        this.dishes = dishes;
        this.groups = groups;
        this.options = options;
        this.menus = menus;
    }

    @EventHandler
    void on(
            CategoryEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var tenant = Tenant.of(metadata);
        var id = event.category().value();
        var row =
                event instanceof CategoryCreated
                        ? new CategoryRow(id, tenant, at)
                        : categories.findById(id).orElseThrow();
        var changed =
                switch (event) {
                    case CategoryCreated(_, var name, var description, var parent) ->
                            row.named(name, description)
                                    .hangingFrom(parent == null ? null : parent.value());
                    case CategoryRenamed(_, var name, var description) ->
                            row.named(name, description);
                    case CategoryMoved(_, var parent) ->
                            row.hangingFrom(parent == null ? null : parent.value());
                    case CategoryArchived _ -> row.archived(true);
                    case CategoryRestored _ -> row.archived(false);
                    case DishesArranged(_, var arranged) -> {
                        arrange(id, arranged);
                        yield row;
                    }
                };
        var unused = categories.save(changed.at(version));
        menus.changedIn(tenant);
    }

    @EventHandler
    void on(
            MenuItemEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var tenant = Tenant.of(metadata);
        var id = event.dish().value();
        var row =
                event instanceof DishCreated
                        ? new DishRow(id, tenant, at)
                        : dishes.findById(id).orElseThrow();
        var changed =
                switch (event) {
                    case DishCreated(_, var category, var card, var price) ->
                            row.described(category.value(), card).priced(price);
                    case DishPriceChanged(_, _, var price) -> row.priced(price);
                    case DishDetailsChanged(_, var category, var card) ->
                            row.described(category.value(), card);
                    case DishGroupsChanged(_, var linked) -> row.with(linked);
                    case DishTakenOff(_, OffReason reason) -> row.off(reason, true);
                    case DishBroughtBack(_, OffReason reason, _) -> row.off(reason, false);
                    case DishArchived _ -> row.archived(true);
                    case DishRestored _ -> row.archived(false);
                };
        var unused = dishes.save(changed.at(version));
        menus.changedIn(tenant);
    }

    @EventHandler
    void on(
            ModifierGroupEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var tenant = Tenant.of(metadata);
        var id = event.group().value();
        var row =
                event instanceof ModifierGroupCreated
                        ? new ModifierGroupRow(id, tenant, at)
                        : groups.findById(id).orElseThrow();
        var changed =
                switch (event) {
                    case ModifierGroupCreated(_, var name, var limits, var all) ->
                            row.named(name, limits).offering(options.written(all));
                    case ModifierGroupChanged(_, var name, var limits) -> row.named(name, limits);
                    case OptionAdded(_, var added) -> row.offering(options.plus(row, added));
                    case OptionChanged(_, var option) ->
                            row.offering(options.replaced(row, option));
                    case OptionRemoved(_, var removed) ->
                            row.offering(options.without(row, removed.value()));
                    case OptionTakenOff(_, var off) ->
                            row.offering(options.available(row, off.value(), false));
                    case OptionBroughtBack(_, var back) ->
                            row.offering(options.available(row, back.value(), true));
                    case ModifierGroupArchived _ -> row.archived(true);
                    case ModifierGroupRestored _ -> row.archived(false);
                };
        var unused = groups.save(changed.at(version));
        menus.changedIn(tenant);
    }

    @ResetHandler
    void reset() {
        dishes.deleteAllInBatch();
        categories.deleteAllInBatch();
        groups.deleteAllInBatch();
        menus.forgetAll();
    }

    private void arrange(String category, List<MenuItemId> arranged) {
        for (int i = 0; i < arranged.size(); i++) {
            int rank = i;
            dishes.findById(arranged.get(i).value())
                    .filter(dish -> dish.category().equals(category))
                    .ifPresent(dish -> dish.ranked(rank));
        }
    }
}
