package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Words;
import pe.comanda.domain.tax.TaxClass;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What the menu says of a dish, save its price.
 *
 * @param preparation minutes, 1 to 120; null where nobody has said
 * @param allergens without repetitions, in the order of the closed list; so are {@code tags}
 * @param spice 0 (none) to 3; null where nobody has said
 * @param featured pinned on the till
 */
public record DishCard(
        String name,
        String description,
        TaxClass taxClass,
        @Nullable Integer preparation,
        List<Allergen> allergens,
        List<DietaryTag> tags,
        @Nullable Integer spice,
        boolean featured) {

    public DishCard {
        allergens = sorted(allergens);
        tags = sorted(tags);
    }

    /** The card as it may stand on the menu; refuses one that may not. */
    DishCard checked() {
        PREPARATION_OUT_OF_RANGE.require(
                preparation == null || preparation >= 1 && preparation <= 120, "limit", 120);
        SPICE_OUT_OF_RANGE.require(spice == null || spice >= 0 && spice <= 3, "limit", 3);
        return new DishCard(
                Words.required("name", name, 255),
                Words.optional("description", description, 1000),
                taxClass,
                preparation,
                allergens,
                tags,
                spice,
                featured);
    }

    /**
     * A plastic bag is not for free: it is sold at a price, and its tax comes beside (Ley 30884,
     * art. 4). SUNAT takes no line without a value either.
     */
    void mustSellFor(Money price) {
        BAG_HAS_A_PRICE.require(taxClass != TaxClass.PLASTIC_BAG || price.isPositive());
    }

    private static <E extends Enum<E>> List<E> sorted(Collection<E> values) {
        return values.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(values));
    }
}
