package pe.comanda.domain.inventory;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.shared.Quantity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one line of an order takes from stock: its dish and options times its quantity. */
public record LineNeeds(LineId line, MenuItemId dish, String name, List<Need> needs) {
    private static final Comparator<StockItemId> BY_ID = Comparator.comparing(StockItemId::value);

    public LineNeeds {
        needs = List.copyOf(needs);
    }

    /**
     * What the lines need together, each item once, sorted: whoever locks items in this order
     * cannot meet somebody who locks them the other way round.
     */
    public static SortedMap<StockItemId, Quantity> together(Collection<LineNeeds> lines) {
        var sums = new TreeMap<StockItemId, Quantity>(BY_ID);
        for (var line : lines) {
            for (var need : line.needs()) {
                var unused = sums.merge(need.item(), need.quantity(), Quantity::plus);
            }
        }
        return sums;
    }
}
