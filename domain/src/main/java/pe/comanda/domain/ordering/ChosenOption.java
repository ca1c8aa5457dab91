package pe.comanda.domain.ordering;

import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.shared.Money;

/**
 * An option as it was chosen: its name and price are copies and never change again. Price is per
 * unit of the line.
 */
public record ChosenOption(OptionId option, String name, Money price) {}
