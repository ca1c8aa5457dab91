package pe.comanda.command.tenancy;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.tenancy.Branch;
import pe.comanda.domain.tenancy.BranchEvent;
import pe.comanda.domain.tenancy.BranchEvent.*;
import pe.comanda.domain.tenancy.BranchSettings;
import pe.comanda.domain.tenancy.DatedRegime;
import pe.comanda.domain.tenancy.MenuMode;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What decisions need to know of branches. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class BranchLookup implements BranchFacts.Source {
    private final Lookup<Known> branches;
    private final Clock clock;

    BranchLookup(Lookups lookups, Clock clock) {
        this.branches = lookups.of("branch", Known.class);
        this.clock = clock;
    }

    /** As kept: the regimes by date, of which each asker is told the one in force. */
    record Known(
            String organization,
            String branch,
            BranchSettings settings,
            List<DatedRegime> regimes,
            boolean open) {}

    @Override
    public Optional<BranchFacts> find(String branch) {
        return branches.find(branch).map(this::today);
    }

    private BranchFacts today(Known known) {
        var settings = known.settings();
        return new BranchFacts(
                known.organization(),
                known.branch(),
                settings.name(),
                settings.address(),
                settings.zone(),
                settings.currency(),
                DatedRegime.on(LocalDate.ofInstant(clock.instant(), Branch.LIMA), known.regimes()),
                settings.serviceCharge(),
                settings.menuMode() == MenuMode.READ_ONLY,
                settings.inventory(),
                settings.autoApproveSessions(),
                settings.waiterAssignment(),
                settings.establishment(),
                known.open());
    }

    @EventHandler
    void on(BranchEvent event, MetaData metadata) {
        var id = event.branch().value();
        var known =
                switch (event) {
                    case BranchOpened(_, _, var settings, var regime, var from) ->
                            new Known(
                                    Owner.of(metadata).organization(),
                                    id,
                                    settings,
                                    List.of(new DatedRegime(regime, from)),
                                    true);
                    case BranchChanged(_, var changes) -> {
                        var now = known(id);
                        yield new Known(
                                now.organization(),
                                id,
                                now.settings().with(changes),
                                now.regimes(),
                                now.open());
                    }
                    case TaxRegimeSet(_, var regime, var from) -> {
                        var now = known(id);
                        yield new Known(
                                now.organization(),
                                id,
                                now.settings(),
                                new DatedRegime(regime, from).among(now.regimes()),
                                now.open());
                    }
                    case PublicCodeReplaced _ -> known(id);
                    case BranchClosed _ -> open(known(id), false);
                    case BranchReopened _ -> open(known(id), true);
                };
        branches.put(id, metadata, known);
    }

    @ResetHandler
    void reset() {
        branches.clear();
    }

    private Known known(String id) {
        return branches.find(id).orElseThrow();
    }

    private static Known open(Known now, boolean open) {
        return new Known(now.organization(), now.branch(), now.settings(), now.regimes(), open);
    }
}
