package pe.comanda.query.canary;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import pe.comanda.domain.ordering.OrderEvent;

@ProcessingGroup("lookups")
public class StrayCanary {
    @EventHandler
    void on(OrderEvent event) {}
}
