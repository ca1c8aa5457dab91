package pe.comanda.domain.canary;

import pe.comanda.domain.shared.DomainEvent;

public record TellingCanary(String staff, Door door) implements DomainEvent {
    public record Door(String newPassword) {}
}
