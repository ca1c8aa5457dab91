package pe.comanda.domain.ordering;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;

/**
 * One line of an order: a snapshot of the dish as it was offered. Prices contain tax.
 *
 * @param unitPrice price of one unit without options
 * @param quantity 1 to 99
 * @param round 1 for what came with the order, then counting up
 * @param note what the guest asks of the kitchen; may be empty
 */
public record OrderLine(
        LineId id,
        MenuItemId dish,
        String name,
        Money unitPrice,
        List<ChosenOption> options,
        int quantity,
        String note,
        TaxClass taxClass,
        int round) {

    public OrderLine {
        options = List.copyOf(options);
    }

    /** Price of one unit with its options. */
    public Money unitPriceWithOptions() {
        var price = unitPrice;
        for (var option : options) {
            price = price.plus(option.price());
        }
        return price;
    }

    /** Plastic bags on this line, each of which bears ICBPER. */
    public int bags() {
        return taxClass == TaxClass.PLASTIC_BAG ? quantity : 0;
    }

    public Money total() {
        return unitPriceWithOptions().times(quantity);
    }
}
