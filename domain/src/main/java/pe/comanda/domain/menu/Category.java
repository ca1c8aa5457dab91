package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.menu.CategoryCommand.*;
import pe.comanda.domain.menu.CategoryEvent.*;
import pe.comanda.domain.shared.Words;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** A heading of the menu, in one of its states. Categories may hang from one another. */
public sealed interface Category {
    int MAX_DEPTH = 4;
    Category NOT_CREATED = new NotCreated();

    record NotCreated() implements Category {}

    record Shown(CategoryId id, String name, String description, @Nullable CategoryId parent)
            implements Category {}

    record Archived(Shown last) implements Category {}

    default List<CategoryEvent> decide(CategoryCommand command, CategoryFacts facts) {
        return switch (command) {
            case CreateCategory(var id, var name, var description, var parent) -> {
                CATEGORY_IS_CREATED_ONCE.require(this instanceof NotCreated);
                mayHangFrom(id, parent, facts);
                yield List.of(
                        new CategoryCreated(
                                id,
                                Words.required("name", name, 100),
                                Words.optional("description", description, 500),
                                parent));
            }
            case RenameCategory(var id, var name, var description) -> {
                var shown = mustBeShown();
                var renamed =
                        new Shown(
                                id,
                                Words.required("name", name, 100),
                                Words.optional("description", description, 500),
                                shown.parent());
                yield renamed.equals(shown)
                        ? List.of()
                        : List.of(new CategoryRenamed(id, renamed.name(), renamed.description()));
            }
            case MoveCategory(var id, var parent) -> {
                var shown = mustBeShown();
                mayHangFrom(id, parent, facts);
                yield Objects.equals(parent, shown.parent())
                        ? List.of()
                        : List.of(new CategoryMoved(id, parent));
            }
            case ArchiveCategory(var id) -> {
                var unused = mustBeShown();
                CATEGORY_HAS_DISHES.require(
                        facts.dishes().isEmpty(), "dishes", facts.dishes().size());
                CATEGORY_HAS_SUBCATEGORIES.require(!facts.hasSubcategories());
                yield List.of(new CategoryArchived(id));
            }
            case RestoreCategory(var id) ->
                    switch (this) {
                        case NotCreated _ -> throw CATEGORY_MUST_EXIST.broken();
                        case Shown _ -> List.of();
                        case Archived(var last) -> {
                            mayHangFrom(id, last.parent(), facts);
                            yield List.of(new CategoryRestored(id));
                        }
                    };
            case ArrangeDishes(var id, var dishes) -> {
                var unused = mustBeShown();
                ARRANGEMENT_IS_OUTDATED.require(
                        dishes.size() == facts.dishes().size()
                                && new HashSet<>(dishes).equals(facts.dishes()),
                        "dishes",
                        facts.dishes().size());
                yield List.of(new DishesArranged(id, dishes));
            }
        };
    }

    default Category evolve(CategoryEvent event) {
        return switch (event) {
            case CategoryCreated(var id, var name, var description, var parent) ->
                    new Shown(id, name, description, parent);
            case CategoryRenamed(var id, var name, var description) ->
                    new Shown(id, name, description, shown().parent());
            case CategoryMoved(var id, var parent) ->
                    new Shown(id, shown().name(), shown().description(), parent);
            case CategoryArchived _ -> new Archived(shown());
            case CategoryRestored _ ->
                    this instanceof Archived(var last) ? last : /* told twice */ shown();
            case DishesArranged _ -> this;
        };
    }

    private static void mayHangFrom(
            CategoryId id, @Nullable CategoryId parent, CategoryFacts facts) {
        if (parent == null) {
            return;
        }
        var way =
                facts.wayUpFrom(parent)
                        .orElseThrow(() -> CATEGORY_NOT_IN_BRANCH.broken("category", parent));
        CATEGORY_INSIDE_ITSELF.require(!way.contains(id), "category", id);
        CATEGORIES_TOO_DEEP.require(way.size() < MAX_DEPTH, "limit", MAX_DEPTH);
    }

    private Shown mustBeShown() {
        return switch (this) {
            case NotCreated _ -> throw CATEGORY_MUST_EXIST.broken();
            case Shown shown -> shown;
            case Archived _ -> throw CATEGORY_IS_ARCHIVED.broken();
        };
    }

    private Shown shown() {
        if (this instanceof Shown shown) {
            return shown;
        }
        throw new IllegalStateException("History is broken: a category that is not shown changed");
    }
}
