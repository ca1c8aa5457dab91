package pe.comanda.query.canary;

import org.axonframework.commandhandling.gateway.CommandGateway;

public record CommandingCanary(CommandGateway gateway) {}
