package pe.comanda.command.menu;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.shared.MemoryLookups;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.menu.CategoryEvent.CategoryArchived;
import pe.comanda.domain.menu.CategoryEvent.CategoryCreated;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.DishCard;
import pe.comanda.domain.menu.GroupLimits;
import pe.comanda.domain.menu.GroupOption;
import pe.comanda.domain.menu.MenuItemEvent.*;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroupEvent.*;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OffReason;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.Offers.Choice;
import pe.comanda.domain.ordering.Offers.Offer;
import pe.comanda.domain.ordering.Offers.Option;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MenuOffersTest {
    private static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    private static final CategoryId SEAFOOD = new CategoryId("category-seafood");
    private static final ModifierGroupId CHILI = new ModifierGroupId("group-chili");
    private static final OptionId HOT = new OptionId("option-hot");
    private static final DishCard CARD =
            new DishCard(
                    "Ceviche", "", TaxClass.EXONERATED, null, List.of(), List.of(), null, false);
    private static final MetaData HERE =
            MetaData.from(Caller.system("org-1", "branch-1", "test").toMetadata());

    private final DishLookup dishes;
    private final ModifierGroupLookup groups;
    private final CategoryLookup categories;
    private final MenuOffers offers;

    MenuOffersTest() {
        var lookups = MemoryLookups.create();
        dishes = new DishLookup(lookups);
        groups = new ModifierGroupLookup(lookups);
        categories = new CategoryLookup(lookups);
        offers = new MenuOffers(dishes, groups, categories);
    }

    @BeforeEach
    void a_ceviche_with_a_choice_of_chili() {
        dishes.on(new DishCreated(CEVICHE, SEAFOOD, CARD, Money.of("38.00")), HERE);
        groups.on(
                new ModifierGroupCreated(
                        CHILI,
                        "Ají",
                        new GroupLimits(0, 1, true),
                        List.of(new GroupOption(HOT, "Picante", Money.of("1.50"), false, true))),
                HERE);
        dishes.on(new DishGroupsChanged(CEVICHE, List.of(CHILI)), HERE);
    }

    @Test
    void an_offer_has_name_price_tax_class_and_what_must_be_chosen() {
        assertThat(offers.find("branch-1", CEVICHE))
                .contains(
                        new Offer(
                                CEVICHE,
                                "Ceviche",
                                Money.of("38.00"),
                                TaxClass.EXONERATED,
                                true,
                                List.of(choice(true))));
    }

    @Test
    void the_dish_of_another_branch_is_no_offer() {
        assertThat(offers.find("branch-2", CEVICHE)).isEmpty();
        assertThat(offers.find("branch-1", new MenuItemId("dish-unknown"))).isEmpty();
    }

    @Test
    void an_archived_dish_is_no_offer_until_it_is_restored() {
        dishes.on(new DishArchived(CEVICHE), HERE);
        assertThat(offers.find("branch-1", CEVICHE)).isEmpty();
        dishes.on(new DishRestored(CEVICHE), HERE);
        assertThat(offers.find("branch-1", CEVICHE)).isPresent();
    }

    @Test
    void a_dish_that_is_off_for_two_reasons_is_offered_again_when_both_are_gone() {
        dishes.on(new DishTakenOff(CEVICHE, OffReason.BY_HAND), HERE);
        dishes.on(new DishTakenOff(CEVICHE, OffReason.BY_STOCK), HERE);
        dishes.on(new DishBroughtBack(CEVICHE, OffReason.BY_STOCK, false), HERE);
        assertThat(offer().available()).isFalse();
        dishes.on(new DishBroughtBack(CEVICHE, OffReason.BY_HAND, true), HERE);
        assertThat(offer().available()).isTrue();
    }

    @Test
    void a_new_price_is_offered_at_once() {
        dishes.on(new DishPriceChanged(CEVICHE, Money.of("38.00"), Money.of("42.00")), HERE);
        assertThat(offer().price()).isEqualTo(Money.of("42.00"));
    }

    @Test
    void an_option_that_is_off_is_shown_as_such() {
        groups.on(new OptionTakenOff(CHILI, HOT), HERE);
        assertThat(offer().choices()).containsExactly(choice(false));
        groups.on(new OptionBroughtBack(CHILI, HOT), HERE);
        assertThat(offer().choices()).containsExactly(choice(true));
    }

    @Test
    void an_archived_group_is_not_asked_for() {
        groups.on(new ModifierGroupArchived(CHILI), HERE);
        assertThat(offer().choices()).isEmpty();
    }

    @Test
    void a_category_has_the_dishes_of_those_below_it_too() {
        var food = new CategoryId("category-food");
        var drinks = new CategoryId("category-drinks");
        categories.on(new CategoryCreated(food, "Comida", "", null), HERE);
        categories.on(new CategoryCreated(SEAFOOD, "Mar", "", food), HERE);
        categories.on(new CategoryCreated(drinks, "Bebidas", "", null), HERE);

        assertThat(offers.under("branch-1", food)).contains(Set.of(CEVICHE));
        assertThat(offers.under("branch-1", SEAFOOD)).contains(Set.of(CEVICHE));
        assertThat(offers.under("branch-1", drinks)).contains(Set.of());
        assertThat(offers.under("branch-2", food)).isEmpty();
        categories.on(new CategoryArchived(SEAFOOD), HERE);
        assertThat(offers.under("branch-1", food)).contains(Set.of());
    }

    private Offer offer() {
        return offers.find("branch-1", CEVICHE).orElseThrow();
    }

    private static Choice choice(boolean hotAvailable) {
        return new Choice(
                CHILI,
                "Ají",
                1,
                1,
                List.of(new Option(HOT, "Picante", Money.of("1.50"), hotAvailable)));
    }
}
