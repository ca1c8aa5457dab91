package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.*;

import pe.comanda.domain.menu.MenuItemCommand.*;
import pe.comanda.domain.menu.MenuItemEvent.*;
import pe.comanda.domain.shared.Money;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A dish in one of its states. */
public sealed interface MenuItem permits MenuItem.NotCreated, ListedDish, MenuItem.Archived {
    MenuItem NOT_CREATED = new NotCreated();

    record NotCreated() implements MenuItem {}

    /** Off the menu, for as long as nobody restores it. */
    record Archived(ListedDish last) implements MenuItem {}

    default List<MenuItemEvent> decide(MenuItemCommand command, MenuItemFacts facts) {
        return switch (command) {
            case CreateDish(var id, var category, var card, var price) -> {
                DISH_IS_CREATED_ONCE.require(this instanceof NotCreated);
                notNegative(price);
                mustHave(category, facts);
                card.mustSellFor(price);
                yield List.of(new DishCreated(id, category, card.checked(), price));
            }
            case ChangePrice(_, var price) -> {
                notNegative(price);
                yield mustBeListed().price(price);
            }
            case ChangeDetails(_, var category, var card) -> {
                var listed = mustBeListed();
                mustHave(category, facts);
                yield listed.details(category, card.checked());
            }
            case LinkModifierGroup(_, var group) -> mustBeListed().link(group, facts);
            case UnlinkModifierGroup(_, var group) -> mustBeListed().unlink(group);
            case OrderModifierGroups(_, var groups) -> mustBeListed().order(groups);
            case SetAvailability(_, var available) ->
                    mustBeListed().available(OffReason.BY_HAND, available);
            case SetStock(_, var enough) -> mustBeListed().available(OffReason.BY_STOCK, enough);
            case ArchiveDish(var id) -> {
                var unused = mustBeListed();
                yield List.of(new DishArchived(id));
            }
            case RestoreDish(var id) ->
                    switch (this) {
                        case NotCreated _ -> throw DISH_MUST_EXIST.broken();
                        case ListedDish _ -> List.of();
                        case Archived(var last) -> {
                            mustHave(last.category(), facts);
                            yield List.of(new DishRestored(id));
                        }
                    };
        };
    }

    default MenuItem evolve(MenuItemEvent event) {
        return switch (event) {
            case DishCreated(var id, var category, var card, var price) ->
                    new ListedDish(id, category, card, price, List.of(), Set.of());
            case DishPriceChanged(_, _, var price) -> listed().with(price);
            case DishDetailsChanged(_, var category, var card) -> listed().with(category, card);
            case DishGroupsChanged(_, var groups) -> listed().with(groups);
            case DishTakenOff(_, var reason) -> {
                var off = EnumSet.of(reason);
                off.addAll(listed().off());
                yield listed().with(off);
            }
            case DishBroughtBack(_, var reason, _) -> {
                var off = EnumSet.noneOf(OffReason.class);
                off.addAll(listed().off());
                off.remove(reason);
                yield listed().with(off);
            }
            case DishArchived _ -> new Archived(listed());
            case DishRestored _ -> this instanceof Archived(var last) ? last : listed();
        };
    }

    private static void mustHave(CategoryId category, MenuItemFacts facts) {
        CATEGORY_NOT_IN_BRANCH.require(facts.hasCategory(category), "category", category);
    }

    private static void notNegative(Money price) {
        PRICE_NOT_NEGATIVE.require(!price.isNegative(), "price", price);
    }

    /** The dish on the menu; refuses one that is not there. */
    default ListedDish mustBeListed() {
        return switch (this) {
            case NotCreated _ -> throw DISH_MUST_EXIST.broken();
            case ListedDish listed -> listed;
            case Archived _ -> throw DISH_IS_ARCHIVED.broken();
        };
    }

    private ListedDish listed() {
        if (this instanceof ListedDish listed) {
            return listed;
        }
        throw new IllegalStateException("History is broken: a dish that is not listed changed");
    }
}
