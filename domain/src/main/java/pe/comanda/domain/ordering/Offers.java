package pe.comanda.domain.ordering;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;
import java.util.Optional;

/** What the branch offers at this moment, as far as an order needs to know it. */
public interface Offers {

    Optional<Offer> of(MenuItemId dish);

    /**
     * A dish on offer. Archived dishes are not offers; a dish that is off is an offer that is not
     * available.
     */
    record Offer(
            MenuItemId dish,
            String name,
            Money price,
            TaxClass taxClass,
            boolean available,
            List<Choice> choices) {
        public Offer {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A modifier group of the dish: between {@code min} and {@code max} options of it must be
     * chosen.
     */
    record Choice(ModifierGroupId group, String name, int min, int max, List<Option> options) {
        public Choice {
            options = List.copyOf(options);
        }
    }

    record Option(OptionId option, String name, Money price, boolean available) {}
}
