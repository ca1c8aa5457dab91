package pe.comanda.domain.menu;

import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.shared.Money;

import java.util.List;

/** Everything that can have happened to a dish. Stored for ever. */
public sealed interface MenuItemEvent extends DomainEvent {
    MenuItemId dish();

    record DishCreated(MenuItemId dish, CategoryId category, DishCard card, Money price)
            implements MenuItemEvent {}

    record DishPriceChanged(MenuItemId dish, Money from, Money to) implements MenuItemEvent {}

    record DishDetailsChanged(MenuItemId dish, CategoryId category, DishCard card)
            implements MenuItemEvent {}

    /**
     * @param groups all that the dish has now, in the order that guests are asked
     */
    record DishGroupsChanged(MenuItemId dish, List<ModifierGroupId> groups)
            implements MenuItemEvent {
        public DishGroupsChanged {
            groups = List.copyOf(groups);
        }
    }

    record DishTakenOff(MenuItemId dish, OffReason reason) implements MenuItemEvent {}

    /**
     * @param available whether the dish can be ordered after this: not while another reason stands
     */
    record DishBroughtBack(MenuItemId dish, OffReason reason, boolean available)
            implements MenuItemEvent {}

    record DishArchived(MenuItemId dish) implements MenuItemEvent {}

    record DishRestored(MenuItemId dish) implements MenuItemEvent {}
}
