package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.PERCENTAGE_OUT_OF_RANGE;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.menu.MenuItemCommand.*;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** One change that many dishes can undergo. */
public sealed interface DishEdit {

    /**
     * @param percent by how much: -10.5 is ten and a half percent less; -100 to 1000
     */
    record RepriceByPercent(BigDecimal percent) implements DishEdit {}

    /** Never below zero. */
    record RepriceBy(Money amount) implements DishEdit {}

    record RepriceTo(Money price) implements DishEdit {}

    record Recategorize(CategoryId category) implements DishEdit {}

    record SetSpice(@Nullable Integer spice) implements DishEdit {}

    record SetAllergens(List<Allergen> allergens) implements DishEdit {
        public SetAllergens {
            allergens = List.copyOf(allergens);
        }
    }

    record SetTags(List<DietaryTag> tags) implements DishEdit {
        public SetTags {
            tags = List.copyOf(tags);
        }
    }

    record Feature(boolean featured) implements DishEdit {}

    record SetAvailable(boolean available) implements DishEdit {}

    record Link(ModifierGroupId group) implements DishEdit {}

    record Archive() implements DishEdit {}

    record Restore() implements DishEdit {}

    /** What this dish is asked; refuses what makes no sense for any. */
    default MenuItemCommand on(MenuItemId dish, MenuItem state) {
        return switch (this) {
            case Archive _ -> new ArchiveDish(dish);
            case Restore _ -> new RestoreDish(dish);
            case SetAvailable(var available) -> new SetAvailability(dish, available);
            case Link(var group) -> new LinkModifierGroup(dish, group);
            case RepriceTo(var price) -> new ChangePrice(dish, price);
            case RepriceBy(var amount) ->
                    new ChangePrice(dish, notBelowZero(state.mustBeListed().price().plus(amount)));
            case RepriceByPercent(var percent) ->
                    new ChangePrice(dish, by(percent, state.mustBeListed().price()));
            case Recategorize(var category) ->
                    new ChangeDetails(dish, category, state.mustBeListed().card());
            case SetSpice(var spice) -> {
                var c = state.mustBeListed().card();
                yield details(dish, state, card(c, c.allergens(), c.tags(), spice, c.featured()));
            }
            case SetAllergens(var allergens) -> {
                var c = state.mustBeListed().card();
                yield details(dish, state, card(c, allergens, c.tags(), c.spice(), c.featured()));
            }
            case SetTags(var tags) -> {
                var c = state.mustBeListed().card();
                yield details(dish, state, card(c, c.allergens(), tags, c.spice(), c.featured()));
            }
            case Feature(var featured) -> {
                var c = state.mustBeListed().card();
                yield details(dish, state, card(c, c.allergens(), c.tags(), c.spice(), featured));
            }
        };
    }

    private static Money by(BigDecimal percent, Money price) {
        PERCENTAGE_OUT_OF_RANGE.require(
                percent.compareTo(BigDecimal.valueOf(-100)) >= 0
                        && percent.compareTo(BigDecimal.valueOf(1000)) <= 0,
                "percent",
                percent);
        var factor =
                BigDecimal.ONE.add(
                        percent.divide(
                                BigDecimal.valueOf(100),
                                percent.scale() + 2,
                                RoundingMode.UNNECESSARY));
        return notBelowZero(price.portion(factor));
    }

    private static Money notBelowZero(Money price) {
        return price.isNegative() ? Money.ZERO : price;
    }

    private static ChangeDetails details(MenuItemId dish, MenuItem state, DishCard card) {
        return new ChangeDetails(dish, state.mustBeListed().category(), card);
    }

    private static DishCard card(
            DishCard card,
            List<Allergen> allergens,
            List<DietaryTag> tags,
            @Nullable Integer spice,
            boolean featured) {
        return new DishCard(
                card.name(),
                card.description(),
                card.taxClass(),
                card.preparation(),
                allergens,
                tags,
                spice,
                featured);
    }
}
