package pe.comanda.domain.menu;

import pe.comanda.domain.shared.Money;

/**
 * An option of a modifier group.
 *
 * @param price on top of the dish's price, with tax
 * @param chosenByDefault what a client preselects; nobody is held to it
 */
public record GroupOption(
        OptionId id, String name, Money price, boolean chosenByDefault, boolean available) {

    GroupOption available(boolean now) {
        return new GroupOption(id, name, price, chosenByDefault, now);
    }
}
