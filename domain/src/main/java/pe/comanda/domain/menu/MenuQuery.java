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

    /** The branch's dishes as staff edit them: either those on the menu or those archived. */
    record ListDishes(boolean archived) implements MenuQuery<DishList> {
        @Override
        public Permission requires() {
            return Permission.MENU_UPDATE;
        }
    }

    record ListCategories(boolean archived) implements MenuQuery<CategoryList> {}

    record ListModifierGroups(boolean archived) implements MenuQuery<ModifierGroupList> {}

    /**
     * @param json the menu, ready to be sent; @param etag changes whenever the menu does, and only
     *     then
     */
    record RenderedMenu(byte[] json, String etag) {}

    record DishList(List<DishView> items) {
        public DishList {
            items = List.copyOf(items);
        }
    }

    record CategoryList(List<CategoryView> items) {
        public CategoryList {
            items = List.copyOf(items);
        }
    }

    record ModifierGroupList(List<ModifierGroupView> items) {
        public ModifierGroupList {
            items = List.copyOf(items);
        }
    }
}
