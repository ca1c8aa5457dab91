package pe.comanda.domain.menu;

import pe.comanda.domain.shared.Money;

import java.util.List;

/**
 * A modifier group with its options.
 *
 * @param min what an order is held to: at least one where the group is required
 */
public record ModifierGroupView(
        String id,
        String name,
        int min,
        int max,
        boolean required,
        List<Option> options,
        boolean archived,
        long version) {

    /**
     * @param price on top of the dish's; @param chosenByDefault what a client preselects
     */
    public record Option(
            String id, String name, Money price, boolean chosenByDefault, boolean available) {}
}
