package pe.comanda.domain.loyalty;

import pe.comanda.domain.loyalty.ProgramEvent.ProgramSet;

import java.util.List;

/** How an organization rewards its customers, as it has decided last. */
public record LoyaltyProgram(ProgramTerms terms) {
    public static final LoyaltyProgram STANDARD = new LoyaltyProgram(ProgramTerms.STANDARD);

    public List<ProgramEvent> decide(SetProgram command) {
        command.terms().mustMakeSense();
        return List.of(new ProgramSet(command.program(), command.terms()));
    }

    public static LoyaltyProgram evolve(ProgramEvent event) {
        return switch (event) {
            case ProgramSet(_, var terms) -> new LoyaltyProgram(terms);
        };
    }
}
