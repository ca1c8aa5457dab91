package pe.comanda.command.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Money;

import java.util.Optional;

/** Whose completed sales were, and what they came to: asked when money is given back. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class Sales {
    private final Lookup<Sale> sales;
    private final Lookups lookups;

    Sales(Lookups lookups) {
        this.lookups = lookups;
        this.sales = lookups.of("sale-of-customer", Sale.class);
    }

    record Sale(CustomerId customer, Money total) {}

    /** Sales without a customer are not known here. */
    Optional<Sale> find(OrderId order) {
        lookups.mustHaveReadWhatIsHandled();
        return sales.find(order.value());
    }

    @EventHandler
    void on(OrderCompleted event, MetaData metadata) {
        if (event.customer() != null) {
            sales.put(
                    event.order().value(),
                    metadata,
                    new Sale(event.customer(), event.totals().total()));
        }
    }

    @ResetHandler
    void reset() {
        sales.clear();
    }
}
