package pe.comanda.domain.menu;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.menu.DishEdit.Archive;
import pe.comanda.domain.menu.DishEdit.SetAvailable;
import pe.comanda.domain.shared.Command;

import java.util.List;

/**
 * The same change to many dishes: all of them, or none. Each dish decides as if it were asked
 * alone, and what happens is told by each dish's own events.
 *
 * @param dishes 1 to 200, each once
 */
public record EditDishes(MenuEditId edit, List<MenuItemId> dishes, DishEdit change)
        implements Command {
    public static final int MOST = 200;

    public EditDishes {
        dishes = List.copyOf(dishes);
    }

    @Override
    public MenuEditId target() {
        return edit;
    }

    @Override
    public Permission requires() {
        return switch (change) {
            case SetAvailable _ -> Permission.MENU_AVAILABILITY;
            case Archive _ -> Permission.MENU_DELETE;
            default -> Permission.MENU_UPDATE;
        };
    }
}
