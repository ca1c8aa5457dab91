package pe.comanda.command.canary;

import org.axonframework.eventhandling.EventHandler;

import pe.comanda.domain.ordering.OrderEvent;

public class ForgetfulCanary {
    @EventHandler
    void on(OrderEvent event) {}
}
