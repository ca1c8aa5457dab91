package pe.comanda.domain.menu;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.menu.MenuRule.*;
import static pe.comanda.domain.menu.Menus.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.menu.MenuItemCommand.*;
import pe.comanda.domain.menu.MenuItemEvent.*;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Words;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MenuItemTest {

    @Test
    void a_dish_is_created_in_a_category_of_its_branch() {
        dish().when(new CreateDish(CEVICHE, SEAFOOD, CARD, PRICE)).then(CEVICHE_CREATED);
    }

    @Test
    void a_category_of_another_branch_is_refused() {
        dish().when(new CreateDish(CEVICHE, COLD, CARD, PRICE)).refusedBy(CATEGORY_NOT_IN_BRANCH);
    }

    @Test
    void a_dish_may_be_free_but_never_costs_less_than_nothing() {
        dish().when(new CreateDish(CEVICHE, SEAFOOD, CARD, Money.ZERO)).accepted();
        dish().when(new CreateDish(CEVICHE, SEAFOOD, CARD, Money.of("-0.01")))
                .refusedBy(PRICE_NOT_NEGATIVE);
        dish(CEVICHE_CREATED)
                .when(new ChangePrice(CEVICHE, Money.of("-1.00")))
                .refusedBy(PRICE_NOT_NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 121, -5})
    void preparation_takes_one_to_120_minutes(int minutes) {
        dish().when(created(minutes, 0)).refusedBy(PREPARATION_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 120})
    void the_ends_of_the_range_are_in_it(int minutes) {
        dish().when(created(minutes, 3)).accepted();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void spice_goes_from_zero_to_three(int spice) {
        dish().when(created(10, spice)).refusedBy(SPICE_OUT_OF_RANGE);
    }

    @Test
    void a_name_has_at_most_255_characters_and_a_description_1000() {
        dish().when(called("x".repeat(255), "y".repeat(1000))).accepted();
        dish().when(called("x".repeat(256), "")).refusedBy(Words.TEXT_TOO_LONG);
        dish().when(called("x", "y".repeat(1001))).refusedBy(Words.TEXT_TOO_LONG);
        dish().when(called("  ", "")).refusedBy(Words.TEXT_REQUIRED);
    }

    @Test
    void allergens_are_listed_once_and_in_the_order_of_the_list() {
        var card =
                new DishCard(
                        "Parihuela",
                        "",
                        TaxClass.TAXED,
                        null,
                        List.of(Allergen.MOLLUSCS, Allergen.FISH, Allergen.MOLLUSCS),
                        List.of(),
                        null,
                        false);
        assertThat(card.allergens()).containsExactly(Allergen.FISH, Allergen.MOLLUSCS);
    }

    @Test
    void a_plastic_bag_is_sold_at_a_price_and_never_for_nothing() {
        var bag =
                new DishCard(
                        "Bolsa", "", TaxClass.PLASTIC_BAG, null, List.of(), List.of(), null, false);
        var sold = new DishCreated(CEVICHE, SEAFOOD, bag, Money.of("0.20"));
        dish().when(new CreateDish(CEVICHE, SEAFOOD, bag, Money.of("0.20"))).then(sold);
        dish().when(new CreateDish(CEVICHE, SEAFOOD, bag, Money.ZERO)).refusedBy(BAG_HAS_A_PRICE);
        dish(sold).when(new ChangePrice(CEVICHE, Money.ZERO)).refusedBy(BAG_HAS_A_PRICE);
        dish(CEVICHE_CREATED, new DishPriceChanged(CEVICHE, PRICE, Money.ZERO))
                .when(new ChangeDetails(CEVICHE, SEAFOOD, bag))
                .refusedBy(BAG_HAS_A_PRICE);
    }

    @Test
    void a_price_change_tells_both_prices_and_none_where_it_is_the_same() {
        var dearer = Money.of("42.00");
        dish(CEVICHE_CREATED)
                .when(new ChangePrice(CEVICHE, dearer))
                .then(new DishPriceChanged(CEVICHE, PRICE, dearer));
        dish(CEVICHE_CREATED).when(new ChangePrice(CEVICHE, PRICE)).then();
    }

    @Test
    void taking_a_dish_off_twice_happens_once() {
        var off = new DishTakenOff(CEVICHE, OffReason.BY_HAND);
        dish(CEVICHE_CREATED).when(new SetAvailability(CEVICHE, false)).then(off);
        dish(CEVICHE_CREATED, off).when(new SetAvailability(CEVICHE, false)).then();
        dish(CEVICHE_CREATED).when(new SetAvailability(CEVICHE, true)).then();
    }

    @Test
    void what_a_cook_took_off_does_not_come_back_because_stock_did() {
        dish(
                        CEVICHE_CREATED,
                        new DishTakenOff(CEVICHE, OffReason.BY_HAND),
                        new DishTakenOff(CEVICHE, OffReason.BY_STOCK))
                .when(new SetStock(CEVICHE, true))
                .then(new DishBroughtBack(CEVICHE, OffReason.BY_STOCK, false));
        dish(CEVICHE_CREATED, new DishTakenOff(CEVICHE, OffReason.BY_STOCK))
                .when(new SetStock(CEVICHE, true))
                .then(new DishBroughtBack(CEVICHE, OffReason.BY_STOCK, true));
    }

    @Test
    void groups_are_linked_in_order_and_once() {
        var chili = new DishGroupsChanged(CEVICHE, List.of(CHILI));
        var both = new DishGroupsChanged(CEVICHE, List.of(CHILI, SIDES));
        dish(CEVICHE_CREATED).when(new LinkModifierGroup(CEVICHE, CHILI)).then(chili);
        dish(CEVICHE_CREATED, chili).when(new LinkModifierGroup(CEVICHE, SIDES)).then(both);
        dish(CEVICHE_CREATED, chili)
                .when(new LinkModifierGroup(CEVICHE, CHILI))
                .refusedBy(GROUP_ALREADY_LINKED);
        dish(CEVICHE_CREATED, both).when(new UnlinkModifierGroup(CEVICHE, SIDES)).then(chili);
        dish(CEVICHE_CREATED)
                .when(new UnlinkModifierGroup(CEVICHE, CHILI))
                .refusedBy(GROUP_NOT_LINKED);
    }

    @Test
    void a_group_of_another_branch_is_not_linked() {
        dish(CEVICHE_CREATED)
                .when(new LinkModifierGroup(CEVICHE, new ModifierGroupId("group-elsewhere")))
                .refusedBy(GROUP_NOT_IN_BRANCH);
    }

    @Test
    void ordering_groups_takes_the_whole_list_as_it_stands() {
        var both = new DishGroupsChanged(CEVICHE, List.of(CHILI, SIDES));
        dish(CEVICHE_CREATED, both)
                .when(new OrderModifierGroups(CEVICHE, List.of(SIDES, CHILI)))
                .then(new DishGroupsChanged(CEVICHE, List.of(SIDES, CHILI)));
        dish(CEVICHE_CREATED, both)
                .when(new OrderModifierGroups(CEVICHE, List.of(SIDES)))
                .refusedBy(GROUP_ORDER_IS_OUTDATED);
        dish(CEVICHE_CREATED, both)
                .when(new OrderModifierGroups(CEVICHE, List.of(SIDES, SIDES)))
                .refusedBy(GROUP_ORDER_IS_OUTDATED);
    }

    @Test
    void an_archived_dish_takes_no_change_until_it_is_restored() {
        var archived = new DishArchived(CEVICHE);
        dish(CEVICHE_CREATED).when(new ArchiveDish(CEVICHE)).then(archived);
        dish(CEVICHE_CREATED, archived)
                .when(new ChangePrice(CEVICHE, Money.of("1.00")))
                .refusedBy(DISH_IS_ARCHIVED);
        dish(CEVICHE_CREATED, archived)
                .when(new RestoreDish(CEVICHE))
                .then(new DishRestored(CEVICHE));
        dish(CEVICHE_CREATED, archived, new DishRestored(CEVICHE))
                .when(new ChangePrice(CEVICHE, Money.of("1.00")))
                .accepted();
    }

    @Test
    void a_dish_is_not_restored_into_a_category_that_is_gone() {
        dish(new DishCreated(CEVICHE, COLD, CARD, PRICE), new DishArchived(CEVICHE))
                .when(new RestoreDish(CEVICHE))
                .refusedBy(CATEGORY_NOT_IN_BRANCH);
    }

    @Test
    void the_kitchen_may_take_a_dish_off_but_not_price_it() {
        assertThat(Role.KITCHEN.may(new SetAvailability(CEVICHE, false).requires())).isTrue();
        assertThat(Role.KITCHEN.may(new ChangePrice(CEVICHE, PRICE).requires())).isFalse();
        assertThat(Role.WAITER.may(new SetAvailability(CEVICHE, false).requires())).isFalse();
        assertThat(new SetStock(CEVICHE, true).requires()).isEqualTo(Permission.INTERNAL);
    }

    private static CreateDish created(int minutes, int spice) {
        var card =
                new DishCard(
                        "Ceviche", "", TaxClass.TAXED, minutes, List.of(), List.of(), spice, false);
        return new CreateDish(CEVICHE, SEAFOOD, card, PRICE);
    }

    private static CreateDish called(String name, String description) {
        var card =
                new DishCard(
                        name, description, TaxClass.TAXED, null, List.of(), List.of(), null, false);
        return new CreateDish(CEVICHE, SEAFOOD, card, PRICE);
    }
}
