package pe.comanda.query.canary;

import org.axonframework.queryhandling.QueryHandler;

import pe.comanda.domain.ordering.OrderQuery.ListOrders;
import pe.comanda.domain.ordering.OrderView;

import java.util.List;

public class ListingCanary {
    @QueryHandler
    List<OrderView> answer(ListOrders query) {
        return List.of();
    }
}
