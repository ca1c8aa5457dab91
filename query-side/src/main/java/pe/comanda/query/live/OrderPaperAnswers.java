package pe.comanda.query.live;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.ordering.OrderPaperQuery.PrintBill;
import pe.comanda.domain.ordering.OrderPaperQuery.PrintKitchenTicket;
import pe.comanda.domain.ordering.OrderPaperQuery.PrintedOrder;

import java.util.Optional;

/** Prints orders. */
@Component
class OrderPaperAnswers {
    private final OrderRows orders;

    OrderPaperAnswers(OrderRows orders) {
        this.orders = orders;
    }

    @QueryHandler
    Optional<PrintedOrder> answer(PrintKitchenTicket query, MetaData metadata) {
        return orders.find(query.order(), Caller.from(metadata))
                .map(
                        order ->
                                new PrintedOrder(
                                        "comanda-" + order.number() + query.format().extension(),
                                        OrderPaper.kitchen(order, query.round(), query.format()),
                                        order.version()));
    }

    @QueryHandler
    Optional<PrintedOrder> answer(PrintBill query, MetaData metadata) {
        return orders.find(query.order(), Caller.from(metadata))
                .map(
                        order ->
                                new PrintedOrder(
                                        "cuenta-" + order.number() + query.format().extension(),
                                        OrderPaper.bill(order, query.format()),
                                        order.version()));
    }
}
