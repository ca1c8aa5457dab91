package pe.comanda.command.inventory;

import org.axonframework.messaging.MetaData;

import pe.comanda.domain.inventory.LineNeeds;
import pe.comanda.domain.ordering.OrderLine;

import java.util.List;

/** What lines of an order take from stock, by the recipes of their branch. */
interface StockNeeds {

    /**
     * Only lines that need something. None where the branch keeps no inventory.
     *
     * @param event metadata of the event that is being handled: it names the branch
     */
    List<LineNeeds> of(List<OrderLine> lines, MetaData event);
}
