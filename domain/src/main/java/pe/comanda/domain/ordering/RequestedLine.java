package pe.comanda.domain.ordering;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OptionId;

import java.util.List;

/**
 * What somebody asks for: a dish, how many, with which options. An option may be chosen more than
 * once.
 */
public record RequestedLine(
        LineId id, MenuItemId dish, int quantity, List<OptionId> options, String note) {
    public RequestedLine {
        options = List.copyOf(options);
    }
}
