package pe.comanda.domain.loyalty;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

/** Other terms from now on. What was earned before stays, and is counted by the new tiers. */
public record SetProgram(LoyaltyProgramId program, ProgramTerms terms) implements Command {
    @Override
    public LoyaltyProgramId target() {
        return program;
    }

    @Override
    public Permission requires() {
        return Permission.LOYALTY_UPDATE;
    }
}
