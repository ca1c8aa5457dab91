package pe.comanda.command.identity;

import static pe.comanda.domain.access.AccessRule.FOREIGN_TENANT;
import static pe.comanda.domain.access.AccessRule.ORGANIZATION_SUSPENDED;
import static pe.comanda.domain.access.AccessRule.STAFF_NOT_ACTIVE;

import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.OrganizationFacts;
import pe.comanda.command.shared.People;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tenancy.OrganizationId;

/** Knows at each command whether its caller is still who the token says. */
@Component
class ActivePeople implements People {
    private final StaffLookup staff;
    private final OrganizationFacts.Source organizations;
    private final Lookups lookups;

    ActivePeople(StaffLookup staff, OrganizationFacts.Source organizations, Lookups lookups) {
        this.staff = staff;
        this.organizations = organizations;
        this.lookups = lookups;
    }

    /**
     * Somebody hired a moment ago may not be known yet: then the lookups catch up first. Guests come
     * in by a door that asks no token, so for them nobody else has looked before.
     */
    @Override
    public void mustBeActive(Caller caller) {
        if (caller.role() == Role.CUSTOMER) {
            lookups.keepUp();
        }
        var home = caller.role() == Role.SUPER_ADMIN ? TenantScope.ALL : caller.organization();
        TenantScope.run(
                home,
                () -> {
                    try {
                        check(caller);
                    } catch (RuleViolated refusal) {
                        if (!lookups.caughtUp()) {
                            throw refusal;
                        }
                        check(caller);
                    }
                });
    }

    /** What the program itself began is finished even where the organization was suspended. */
    private void check(Caller caller) {
        if (caller.role() == Role.SYSTEM) {
            return;
        }
        if (caller.role() != Role.CUSTOMER) {
            mustHoldPost(caller);
        }
        if (caller.role() != Role.SUPER_ADMIN) {
            var organization =
                    organizations.find(caller.organization()).orElseThrow(FOREIGN_TENANT::broken);
            ORGANIZATION_SUSPENDED.require(!organization.suspended());
        }
    }

    /** The platform's own people act in whichever organization they name. */
    private void mustHoldPost(Caller caller) {
        var standing = staff.find(caller.actor()).orElseThrow(STAFF_NOT_ACTIVE::broken);
        var home =
                caller.role() == Role.SUPER_ADMIN
                        ? OrganizationId.PLATFORM.value()
                        : caller.organization();
        STAFF_NOT_ACTIVE.require(
                standing.active()
                        && standing.role() == caller.role()
                        && standing.organization().equals(home)
                        && (caller.role().reachesAllBranches()
                                || standing.branches().containsAll(caller.branches())));
    }
}
