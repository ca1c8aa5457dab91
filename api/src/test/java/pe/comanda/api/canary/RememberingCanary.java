package pe.comanda.api.canary;

import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;

public record RememberingCanary(OrderCompleted event) {}
