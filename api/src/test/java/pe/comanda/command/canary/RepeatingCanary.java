package pe.comanda.command.canary;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import pe.comanda.command.shared.Processors;
import pe.comanda.domain.ordering.OrderEvent;

@ProcessingGroup(Processors.POLICY_FLOOR)
public class RepeatingCanary {
    @EventHandler
    void on(OrderEvent event) {}
}
