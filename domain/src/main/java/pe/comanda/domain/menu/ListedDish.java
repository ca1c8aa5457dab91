package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.*;

import pe.comanda.domain.menu.MenuItemEvent.*;
import pe.comanda.domain.shared.Money;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A dish on the menu.
 *
 * @param groups in the order that guests are asked
 * @param off why it cannot be ordered; empty while it can
 */
public record ListedDish(
        MenuItemId id,
        CategoryId category,
        DishCard card,
        Money price,
        List<ModifierGroupId> groups,
        Set<OffReason> off)
        implements MenuItem {
    static final int MAX_GROUPS = 20;

    public ListedDish {
        groups = List.copyOf(groups);
        off = Set.copyOf(off);
    }

    List<MenuItemEvent> price(Money to) {
        card.mustSellFor(to);
        return to.equals(price) ? List.of() : List.of(new DishPriceChanged(id, price, to));
    }

    List<MenuItemEvent> details(CategoryId newCategory, DishCard newCard) {
        newCard.mustSellFor(price);
        return newCategory.equals(category) && newCard.equals(card)
                ? List.of()
                : List.of(new DishDetailsChanged(id, newCategory, newCard));
    }

    List<MenuItemEvent> link(ModifierGroupId group, MenuItemFacts facts) {
        GROUP_ALREADY_LINKED.require(!groups.contains(group), "group", group);
        GROUP_NOT_IN_BRANCH.require(facts.hasGroup(group), "group", group);
        TOO_MANY_GROUPS.require(groups.size() < MAX_GROUPS, "limit", MAX_GROUPS);
        var linked = new ArrayList<>(groups);
        linked.add(group);
        return List.of(new DishGroupsChanged(id, linked));
    }

    List<MenuItemEvent> unlink(ModifierGroupId group) {
        GROUP_NOT_LINKED.require(groups.contains(group), "group", group);
        return List.of(
                new DishGroupsChanged(id, groups.stream().filter(g -> !g.equals(group)).toList()));
    }

    List<MenuItemEvent> order(List<ModifierGroupId> wanted) {
        GROUP_ORDER_IS_OUTDATED.require(
                wanted.size() == groups.size()
                        && new HashSet<>(wanted).equals(new HashSet<>(groups)));
        return wanted.equals(groups) ? List.of() : List.of(new DishGroupsChanged(id, wanted));
    }

    List<MenuItemEvent> available(OffReason reason, boolean available) {
        if (off.contains(reason) != available) {
            return List.of();
        }
        return List.of(
                available
                        ? new DishBroughtBack(id, reason, off.size() == 1)
                        : new DishTakenOff(id, reason));
    }

    ListedDish with(Money newPrice) {
        return new ListedDish(id, category, card, newPrice, groups, off);
    }

    ListedDish with(CategoryId newCategory, DishCard newCard) {
        return new ListedDish(id, newCategory, newCard, price, groups, off);
    }

    ListedDish with(List<ModifierGroupId> newGroups) {
        return new ListedDish(id, category, card, price, newGroups, off);
    }

    ListedDish with(Set<OffReason> newOff) {
        return new ListedDish(id, category, card, price, groups, newOff);
    }
}
