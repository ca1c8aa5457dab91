package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.DomainEvent;

/** What can have happened to a loyalty program. */
public sealed interface ProgramEvent extends DomainEvent {
    LoyaltyProgramId program();

    record ProgramSet(LoyaltyProgramId program, ProgramTerms terms) implements ProgramEvent {}
}
