package pe.comanda.domain.menu;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.util.List;

/** Everything one can ask about the menu. The branch is the caller's. */
public sealed interface MenuQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.MENU_READ;
    }

    @Override
    default String view() {
        return "menu";
    }

    /** What guests see, as rendered JSON of a {@link MenuView}. */
    record ShowMenu() implements MenuQuery<RenderedMenu> {}

    /** One dish with all that staff must know of it; archived ones too. */
    record FindDish(MenuItemId dish) implements MenuQuery<DishView> {
        @Override
        public Permission requires() {
            return Permission.MENU_UPDATE;
        }
    }

    /**
     * The branch's dishes as staff edit them, in the order of the menu: either those on it or those
     * archived; limit 1 to 200.
     */
    record ListDishes(boolean archived, String cursor, int limit) implements MenuQuery<DishPage> {
        @Override
        public Permission requires() {
            return Permission.MENU_UPDATE;
        }
    }

    /** The dishes with these ids, at most 200, on the menu or archived. */
    record FindDishes(List<MenuItemId> dishes) implements MenuQuery<DishPage> {
        public FindDishes {
            dishes = List.copyOf(dishes);
        }

        @Override
        public Permission requires() {
            return Permission.MENU_UPDATE;
        }
    }

    /** In the order they were made; limit 1 to 200. */
    record ListCategories(boolean archived, String cursor, int limit)
            implements MenuQuery<CategoryPage> {}

    /** In the order they were made; limit 1 to 200. */
    record ListModifierGroups(boolean archived, String cursor, int limit)
            implements MenuQuery<ModifierGroupPage> {}

    /**
     * @param json the menu, ready to be sent; @param etag changes whenever the menu does, and only
     *     then
     */
    record RenderedMenu(byte[] json, String etag) {}

    /**
     * @param nextCursor empty where there is no more
     */
    record DishPage(List<DishView> items, String nextCursor) {
        public DishPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param nextCursor empty where there is no more
     */
    record CategoryPage(List<CategoryView> items, String nextCursor) {
        public CategoryPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param nextCursor empty where there is no more
     */
    record ModifierGroupPage(List<ModifierGroupView> items, String nextCursor) {
        public ModifierGroupPage {
            items = List.copyOf(items);
        }
    }
}
