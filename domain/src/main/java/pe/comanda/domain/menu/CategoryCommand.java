package pe.comanda.domain.menu;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

import java.util.List;

/** Everything one can ask of a category. */
public sealed interface CategoryCommand extends Command {
    CategoryId category();

    @Override
    default CategoryId target() {
        return category();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case CreateCategory _ -> Permission.MENU_CREATE;
            case RenameCategory _, MoveCategory _, RestoreCategory _, ArrangeDishes _ ->
                    Permission.MENU_UPDATE;
            case ArchiveCategory _ -> Permission.MENU_DELETE;
        };
    }

    /**
     * @param name 1 to 100 characters; @param description up to 500
     * @param parent the category it hangs from; null at the top
     */
    record CreateCategory(
            CategoryId category, String name, String description, @Nullable CategoryId parent)
            implements CategoryCommand {}

    record RenameCategory(CategoryId category, String name, String description)
            implements CategoryCommand {}

    record MoveCategory(CategoryId category, @Nullable CategoryId parent)
            implements CategoryCommand {}

    /** Refused while dishes or categories that are not archived hang from it. */
    record ArchiveCategory(CategoryId category) implements CategoryCommand {}

    record RestoreCategory(CategoryId category) implements CategoryCommand {}

    /**
     * Says in which order the dishes stand: the complete list. Refused where somebody has added or
     * removed one since.
     */
    record ArrangeDishes(CategoryId category, List<MenuItemId> dishes) implements CategoryCommand {
        public ArrangeDishes {
            dishes = List.copyOf(dishes);
        }
    }
}
