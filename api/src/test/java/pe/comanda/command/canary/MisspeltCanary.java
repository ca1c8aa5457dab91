package pe.comanda.command.canary;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import pe.comanda.domain.ordering.OrderEvent;

@ProcessingGroup("polcy-floor")
public class MisspeltCanary {
    @EventHandler
    void on(OrderEvent event) {}
}
