package pe.comanda.command.identity;

import org.springframework.stereotype.Component;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Lookups;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.StaffCommand;
import pe.comanda.domain.identity.StaffCommand.*;
import pe.comanda.domain.identity.StaffEvent;
import pe.comanda.domain.identity.StaffEvent.*;
import pe.comanda.domain.identity.StaffFacts;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.identity.StaffMember;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tenancy.BranchId;

import java.util.List;

/**
 * Gathers what must be known to decide about a person, and keeps beside the events what may not be
 * in them: names, e-mails, password hashes, and who the active administrators are.
 */
@Component
class StaffRegister {
    private final BranchFacts.Source branches;
    private final StaffTables tables;
    private final Lookups lookups;

    StaffRegister(BranchFacts.Source branches, StaffTables tables, Lookups lookups) {
        this.branches = branches;
        this.tables = tables;
        this.lookups = lookups;
    }

    /** A refusal may rest on a branch opened a moment ago: then the lookups catch up first. */
    List<StaffEvent> decide(StaffMember member, StaffCommand command, Caller caller) {
        var facts =
                new StaffFacts(
                        caller,
                        branch -> isBranchOf(branch, caller.organization()),
                        () -> tables.anotherAdmin(caller.organization(), command.staff()));
        var events = decideOnceMore(member, command, facts);
        for (var event : events) {
            record(member, command, event, caller.organization());
        }
        return events;
    }

    private List<StaffEvent> decideOnceMore(
            StaffMember member, StaffCommand command, StaffFacts facts) {
        try {
            return member.decide(command, facts);
        } catch (RuleViolated refusal) {
            if (lookups.caughtUp()) {
                return member.decide(command, facts);
            }
            throw refusal;
        }
    }

    private boolean isBranchOf(BranchId branch, String organization) {
        return branches.find(branch.value())
                .filter(facts -> facts.organization().equals(organization))
                .isPresent();
    }

    private void record(
            StaffMember before, StaffCommand command, StaffEvent event, String organization) {
        switch (event) {
            case StaffHired(var staff, var role, _) -> {
                if (command instanceof HireStaff hire) {
                    tables.hire(hire, organization);
                }
                seat(staff, role == Role.ORG_ADMIN, organization);
            }
            case RoleChanged(var staff, var from, var to) -> {
                if (from == Role.ORG_ADMIN || to == Role.ORG_ADMIN) {
                    seat(staff, to == Role.ORG_ADMIN, organization);
                }
            }
            case StaffDisabled(var staff, _) -> seat(staff, false, organization);
            case StaffEnabled(var staff) ->
                    seat(
                            staff,
                            before instanceof StaffMember.Disabled(var post)
                                    && post.role() == Role.ORG_ADMIN,
                            organization);
            case PasswordReplaced _ -> {
                switch (command) {
                    case SetPassword(var staff, var hash) -> tables.setPassword(staff, hash);
                    case ChangeOwnPassword(var staff, var hash) -> tables.setPassword(staff, hash);
                    default -> {}
                }
            }
            case ProfileChanged _ -> {
                if (command instanceof ChangeProfile change) {
                    tables.changeProfile(change);
                }
            }
            case BranchesAssigned _ -> {}
        }
    }

    private void seat(StaffId staff, boolean admin, String organization) {
        if (admin) {
            tables.seatAdmin(organization, staff);
        } else {
            tables.unseatAdmin(staff);
        }
    }
}
