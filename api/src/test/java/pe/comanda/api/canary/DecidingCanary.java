package pe.comanda.api.canary;

import pe.comanda.domain.ordering.Order;

public record DecidingCanary(Order order) {}
