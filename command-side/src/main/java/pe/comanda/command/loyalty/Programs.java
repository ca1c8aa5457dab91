package pe.comanda.command.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.loyalty.LoyaltyProgramId;
import pe.comanda.domain.loyalty.ProgramEvent;
import pe.comanda.domain.loyalty.ProgramEvent.ProgramSet;
import pe.comanda.domain.loyalty.ProgramTerms;

/** On which terms each organization gives points: asked when a sale earns some. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class Programs {
    private final Lookup<ProgramTerms> programs;
    private final Lookups lookups;

    Programs(Lookups lookups) {
        this.lookups = lookups;
        this.programs = lookups.of("loyalty-program", ProgramTerms.class);
    }

    /** Those of the organization that the event is of. */
    ProgramTerms of(MetaData event) {
        lookups.mustHaveReadWhatIsHandled();
        var id = LoyaltyProgramId.of(Owner.of(event).organization());
        return programs.find(id.value()).orElse(ProgramTerms.STANDARD);
    }

    @EventHandler
    void on(ProgramEvent event, MetaData metadata) {
        switch (event) {
            case ProgramSet(var id, var terms) -> programs.put(id.value(), metadata, terms);
        }
    }

    @ResetHandler
    void reset() {
        programs.clear();
    }
}
