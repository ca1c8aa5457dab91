package pe.comanda.command.identity;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.StaffEvent;
import pe.comanda.domain.identity.StaffEvent.*;
import pe.comanda.domain.tenancy.BranchId;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the gate needs to know of people. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class StaffLookup {
    private final Lookup<Standing> staff;

    StaffLookup(Lookups lookups) {
        this.staff = lookups.of("staff", Standing.class);
    }

    record Standing(String organization, Role role, Set<String> branches, boolean active) {
        Standing {
            branches = Set.copyOf(branches);
        }
    }

    Optional<Standing> find(String id) {
        return staff.find(id);
    }

    @EventHandler
    void on(StaffEvent event, MetaData metadata) {
        var id = event.staff().value();
        var standing =
                switch (event) {
                    case StaffHired(_, var role, var branches) ->
                            new Standing(
                                    Owner.of(metadata).organization(),
                                    role,
                                    values(branches),
                                    true);
                    case RoleChanged(_, _, var to) -> {
                        var now = known(id);
                        yield new Standing(now.organization(), to, now.branches(), now.active());
                    }
                    case BranchesAssigned(_, var branches) -> {
                        var now = known(id);
                        yield new Standing(
                                now.organization(), now.role(), values(branches), now.active());
                    }
                    case StaffDisabled _ -> active(known(id), false);
                    case StaffEnabled _ -> active(known(id), true);
                    case PasswordReplaced _, ProfileChanged _ -> known(id);
                };
        staff.put(id, metadata, standing);
    }

    @ResetHandler
    void reset() {
        staff.clear();
    }

    private Standing known(String id) {
        return staff.find(id).orElseThrow();
    }

    private static Standing active(Standing now, boolean active) {
        return new Standing(now.organization(), now.role(), now.branches(), active);
    }

    private static Set<String> values(List<BranchId> branches) {
        return Set.copyOf(branches.stream().map(BranchId::value).toList());
    }
}
