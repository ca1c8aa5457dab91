package pe.comanda.domain.menu;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;

import java.util.List;

/** Everything one can ask of a dish. */
public sealed interface MenuItemCommand extends Command {
    MenuItemId dish();

    @Override
    default MenuItemId target() {
        return dish();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case CreateDish _ -> Permission.MENU_CREATE;
            case ChangePrice _,
                    ChangeDetails _,
                    LinkModifierGroup _,
                    UnlinkModifierGroup _,
                    OrderModifierGroups _,
                    RestoreDish _ ->
                    Permission.MENU_UPDATE;
            case SetAvailability _ -> Permission.MENU_AVAILABILITY;
            case ArchiveDish _ -> Permission.MENU_DELETE;
            case SetStock _ -> Permission.INTERNAL;
        };
    }

    /** Price: with tax, zero or more. */
    record CreateDish(MenuItemId dish, CategoryId category, DishCard card, Money price)
            implements MenuItemCommand {}

    record ChangePrice(MenuItemId dish, Money price) implements MenuItemCommand {}

    record ChangeDetails(MenuItemId dish, CategoryId category, DishCard card)
            implements MenuItemCommand {}

    /** Links a group after those that the dish has. */
    record LinkModifierGroup(MenuItemId dish, ModifierGroupId group) implements MenuItemCommand {}

    record UnlinkModifierGroup(MenuItemId dish, ModifierGroupId group) implements MenuItemCommand {}

    /** The complete list, in the order that guests are asked. */
    record OrderModifierGroups(MenuItemId dish, List<ModifierGroupId> groups)
            implements MenuItemCommand {
        public OrderModifierGroups {
            groups = List.copyOf(groups);
        }
    }

    /** Takes the dish off by hand ("86") or brings it back. What is already so changes nothing. */
    record SetAvailability(MenuItemId dish, boolean available) implements MenuItemCommand {}

    /** Whether its recipe can be made of what is in stock. Asked by the program alone. */
    record SetStock(MenuItemId dish, boolean enough) implements MenuItemCommand {}

    record ArchiveDish(MenuItemId dish) implements MenuItemCommand {}

    record RestoreDish(MenuItemId dish) implements MenuItemCommand {}
}
