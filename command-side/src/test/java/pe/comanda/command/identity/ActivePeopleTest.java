package pe.comanda.command.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import static pe.comanda.domain.access.AccessRule.FOREIGN_TENANT;
import static pe.comanda.domain.access.AccessRule.ORGANIZATION_SUSPENDED;
import static pe.comanda.domain.access.AccessRule.STAFF_NOT_ACTIVE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.identity.StaffLookup.Standing;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.OrganizationFacts;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.shared.BusinessRule;

import java.util.Optional;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActivePeopleTest {
    private final StaffLookup staff = mock();
    private final OrganizationFacts.Source organizations = mock();
    private final Lookups lookups = mock();
    private final ActivePeople people = new ActivePeople(staff, organizations, lookups);

    @BeforeEach
    void sara_waits_on_tables() {
        sara("org-1", Role.WAITER, true, "branch-1");
        organization(false);
    }

    @Test
    void who_holds_the_post_may_act() {
        people.mustBeActive(caller("org-1", Role.WAITER, "branch-1"));
    }

    @Test
    void who_was_disabled_demoted_or_moved_may_not() {
        sara("org-1", Role.WAITER, false, "branch-1");
        refused(caller("org-1", Role.WAITER, "branch-1"), STAFF_NOT_ACTIVE);
        sara("org-1", Role.KITCHEN, true, "branch-1");
        refused(caller("org-1", Role.WAITER, "branch-1"), STAFF_NOT_ACTIVE);
        sara("org-1", Role.WAITER, true, "branch-2");
        refused(caller("org-1", Role.WAITER, "branch-1"), STAFF_NOT_ACTIVE);
        sara("org-2", Role.WAITER, true, "branch-1");
        refused(caller("org-1", Role.WAITER, "branch-1"), STAFF_NOT_ACTIVE);
    }

    @Test
    void nobody_acts_in_a_suspended_organization_except_the_platform_and_the_program() {
        organization(true);
        refused(caller("org-1", Role.WAITER, "branch-1"), ORGANIZATION_SUSPENDED);
        refused(caller("org-1", Role.CUSTOMER, "branch-1"), ORGANIZATION_SUSPENDED);
        people.mustBeActive(Caller.system("org-1", "branch-1", "saga"));
        sara("org-platform", Role.SUPER_ADMIN, true);
        people.mustBeActive(caller("org-1", Role.SUPER_ADMIN));
    }

    @Test
    void somebody_elses_super_admin_is_none() {
        sara("org-1", Role.SUPER_ADMIN, true);
        refused(caller("org-1", Role.SUPER_ADMIN), STAFF_NOT_ACTIVE);
    }

    @Test
    void a_guest_of_an_unknown_organization_may_not() {
        when(organizations.find("org-9")).thenReturn(Optional.empty());
        refused(caller("org-9", Role.CUSTOMER), FOREIGN_TENANT);
    }

    @Test
    void somebody_hired_a_moment_ago_is_known_once_the_lookups_have_caught_up() {
        when(staff.find("staff-sara"))
                .thenReturn(
                        Optional.empty(),
                        Optional.of(new Standing("org-1", Role.WAITER, Set.of("branch-1"), true)));
        when(lookups.caughtUp()).thenReturn(true);
        people.mustBeActive(caller("org-1", Role.WAITER, "branch-1"));
    }

    private void sara(String organization, Role role, boolean active, String... branches) {
        when(staff.find("staff-sara"))
                .thenReturn(
                        Optional.of(new Standing(organization, role, Set.of(branches), active)));
    }

    private void organization(boolean suspended) {
        when(organizations.find("org-1"))
                .thenReturn(
                        Optional.of(
                                new OrganizationFacts(
                                        "org-1", "muelle", "El Muelle", "", null, suspended)));
    }

    private static Caller caller(String organization, Role role, String... branches) {
        return new Caller(
                organization, null, Set.of(branches), "staff-sara", role, null, "", "", "req-1");
    }

    private void refused(Caller caller, BusinessRule rule) {
        assertThatThrownBy(() -> people.mustBeActive(caller)).hasMessage(rule.name());
    }
}
