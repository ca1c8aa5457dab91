package pe.comanda.domain.menu;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.DomainEvent;

import java.util.List;

/** Everything that can have happened to a category. Stored for ever. */
public sealed interface CategoryEvent extends DomainEvent {
    CategoryId category();

    record CategoryCreated(
            CategoryId category, String name, String description, @Nullable CategoryId parent)
            implements CategoryEvent {}

    record CategoryRenamed(CategoryId category, String name, String description)
            implements CategoryEvent {}

    record CategoryMoved(CategoryId category, @Nullable CategoryId parent)
            implements CategoryEvent {}

    record CategoryArchived(CategoryId category) implements CategoryEvent {}

    record CategoryRestored(CategoryId category) implements CategoryEvent {}

    record DishesArranged(CategoryId category, List<MenuItemId> dishes) implements CategoryEvent {
        public DishesArranged {
            dishes = List.copyOf(dishes);
        }
    }
}
