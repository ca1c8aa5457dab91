package pe.comanda.query.canary;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.query.shared.Views;

@ProcessingGroup(Views.LIVE)
public class LastingCanary {
    @EventHandler
    void on(OrderEvent event) {}
}
