package pe.comanda.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.access.Role.*;
import static pe.comanda.domain.identity.StaffRule.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.StaffCommand.*;
import pe.comanda.domain.identity.StaffEvent.*;
import pe.comanda.domain.shared.Spec;
import pe.comanda.domain.shared.Words;
import pe.comanda.domain.tenancy.BranchId;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffMemberTest {
    private static final StaffId SARA = new StaffId("staff-sara");
    private static final BranchId BARRANCO = new BranchId("branch-barranco");
    private static final BranchId SURCO = new BranchId("branch-surco");
    private static final BranchId ELSEWHERE = new BranchId("branch-elsewhere");
    private static final PasswordHash HASH =
            new PasswordHash("{argon2}$argon2id$v=19$m=16384,t=2,p=1$salt$hash");
    private static final Caller ADMIN = caller("staff-admin", ORG_ADMIN);
    private static final Caller MANAGER = caller("staff-manager", BRANCH_MANAGER, BARRANCO);

    @Test
    void a_manager_hires_below_in_the_own_branch() {
        given(MANAGER)
                .when(hire(WAITER, BARRANCO))
                .then(new StaffHired(SARA, WAITER, List.of(BARRANCO)));
    }

    @Test
    void branches_are_told_in_order() {
        given(ADMIN)
                .when(hire(WAITER, SURCO, BARRANCO))
                .then(new StaffHired(SARA, WAITER, List.of(BARRANCO, SURCO)));
    }

    @Test
    void a_manager_hires_nobody_at_the_own_level_or_above() {
        given(MANAGER).when(hire(BRANCH_MANAGER, BARRANCO)).refusedBy(ROLE_NOT_BELOW_YOURS);
        given(MANAGER).when(hire(ORG_ADMIN)).refusedBy(ROLE_NOT_BELOW_YOURS);
        given(MANAGER).when(hire(SUPER_ADMIN)).refusedBy(ROLE_NOT_BELOW_YOURS);
    }

    @Test
    void an_admin_adds_another_admin_but_no_super_admin() {
        given(ADMIN).when(hire(ORG_ADMIN)).then(new StaffHired(SARA, ORG_ADMIN, List.of()));
        given(ADMIN).when(hire(SUPER_ADMIN)).refusedBy(ROLE_NOT_BELOW_YOURS);
    }

    @Test
    void nobody_is_hired_as_a_guest_or_as_the_program() {
        given(ADMIN).when(hire(CUSTOMER, BARRANCO)).refusedBy(ROLE_NOT_BELOW_YOURS);
        given(ADMIN).when(hire(SYSTEM, BARRANCO)).refusedBy(ROLE_NOT_BELOW_YOURS);
    }

    @Test
    void who_does_not_reach_every_branch_works_in_at_least_one() {
        given(ADMIN).when(hire(WAITER)).refusedBy(BRANCHES_REQUIRED);
        given(ADMIN).when(hire(ACCOUNTANT)).refusedBy(BRANCHES_REQUIRED);
    }

    @Test
    void a_branch_is_one_of_the_organization_and_within_reach() {
        given(ADMIN).when(hire(WAITER, ELSEWHERE)).refusedBy(UNKNOWN_BRANCH);
        given(MANAGER).when(hire(WAITER, SURCO)).refusedBy(STAFF_OUTSIDE_YOUR_BRANCHES);
    }

    @Test
    void a_person_has_a_name_and_is_hired_once() {
        given(ADMIN)
                .when(new HireStaff(SARA, " ", mail(), HASH, WAITER, Set.of(BARRANCO)))
                .refusedBy(Words.TEXT_REQUIRED);
        given(ADMIN, hired(WAITER, BARRANCO))
                .when(hire(WAITER, BARRANCO))
                .refusedBy(STAFF_IS_HIRED_ONCE);
    }

    @Test
    void a_role_is_changed_from_above_within_the_ceiling() {
        given(MANAGER, hired(WAITER, BARRANCO))
                .when(new ChangeRole(SARA, CASHIER))
                .then(new RoleChanged(SARA, WAITER, CASHIER));
        given(MANAGER, hired(WAITER, BARRANCO))
                .when(new ChangeRole(SARA, BRANCH_MANAGER))
                .refusedBy(ROLE_NOT_BELOW_YOURS);
        given(MANAGER, hired(BRANCH_MANAGER, BARRANCO))
                .when(new ChangeRole(SARA, WAITER))
                .refusedBy(ROLE_NOT_BELOW_YOURS);
        given(ADMIN, hired(WAITER, BARRANCO)).when(new ChangeRole(SARA, WAITER)).then();
    }

    @Test
    void nobody_changes_the_own_role_or_branches_or_leaves_by_the_own_hand() {
        var sara = caller(SARA.value(), ORG_ADMIN);
        given(sara, hired(ORG_ADMIN)).when(new ChangeRole(SARA, CASHIER)).refusedBy(OWN_ROLE_STAYS);
        given(sara, hired(ORG_ADMIN, BARRANCO))
                .when(new AssignBranches(SARA, Set.of(SURCO)))
                .refusedBy(OWN_BRANCHES_STAY);
        given(sara, hired(ORG_ADMIN))
                .when(new DisableStaff(SARA, "me voy"))
                .refusedBy(OWN_ACCOUNT_STAYS_ENABLED);
    }

    @Test
    void the_last_administrator_stays() {
        givenAlone(ADMIN, hired(ORG_ADMIN, BARRANCO))
                .when(new ChangeRole(SARA, CASHIER))
                .refusedBy(LAST_ADMIN_STAYS);
        givenAlone(ADMIN, hired(ORG_ADMIN))
                .when(new DisableStaff(SARA, "se fue"))
                .refusedBy(LAST_ADMIN_STAYS);
        given(ADMIN, hired(ORG_ADMIN))
                .when(new DisableStaff(SARA, "se fue"))
                .then(new StaffDisabled(SARA, "se fue"));
    }

    @Test
    void whether_another_administrator_remains_is_asked_of_administrators_only() {
        givenAlone(ADMIN, hired(WAITER, BARRANCO))
                .when(new DisableStaff(SARA, "se fue"))
                .then(new StaffDisabled(SARA, "se fue"));
    }

    @Test
    void a_manager_moves_people_between_the_branches_within_reach_only() {
        var both = caller("staff-both", BRANCH_MANAGER, BARRANCO, SURCO);
        given(both, hired(WAITER, BARRANCO))
                .when(new AssignBranches(SARA, Set.of(SURCO)))
                .then(new BranchesAssigned(SARA, List.of(SURCO)));
        given(MANAGER, hired(WAITER, BARRANCO))
                .when(new AssignBranches(SARA, Set.of(BARRANCO, SURCO)))
                .refusedBy(STAFF_OUTSIDE_YOUR_BRANCHES);
        given(MANAGER, hired(WAITER, BARRANCO, SURCO))
                .when(new AssignBranches(SARA, Set.of(BARRANCO)))
                .refusedBy(STAFF_OUTSIDE_YOUR_BRANCHES);
        given(both, hired(WAITER, BARRANCO))
                .when(new AssignBranches(SARA, Set.of()))
                .refusedBy(BRANCHES_REQUIRED);
    }

    @Test
    void a_manager_does_not_disable_people_of_other_branches() {
        given(MANAGER, hired(WAITER, SURCO))
                .when(new DisableStaff(SARA, "se fue"))
                .refusedBy(STAFF_OUTSIDE_YOUR_BRANCHES);
    }

    @Test
    void a_stranger_is_not_told_whether_somebody_is_enabled() {
        var disabled = new StaffDisabled(SARA, "Renuncia");
        given(MANAGER, hired(WAITER, SURCO), disabled)
                .when(new ChangeRole(SARA, CASHIER))
                .refusedBy(STAFF_OUTSIDE_YOUR_BRANCHES);
        given(MANAGER, hired(WAITER, SURCO), disabled)
                .when(new AssignBranches(SARA, Set.of(BARRANCO)))
                .refusedBy(STAFF_OUTSIDE_YOUR_BRANCHES);
        given(MANAGER, hired(WAITER, SURCO), disabled)
                .when(new DisableStaff(SARA, "Ya no viene"))
                .refusedBy(STAFF_OUTSIDE_YOUR_BRANCHES);
        given(MANAGER, hired(WAITER, BARRANCO), disabled)
                .when(new ChangeRole(SARA, CASHIER))
                .refusedBy(STAFF_MUST_BE_ENABLED);
    }

    @Test
    void the_disabled_are_changed_no_more_until_they_are_enabled() {
        var gone = new StaffDisabled(SARA, "se fue");
        given(ADMIN, hired(WAITER, BARRANCO), gone)
                .when(new ChangeRole(SARA, CASHIER))
                .refusedBy(STAFF_MUST_BE_ENABLED);
        given(ADMIN, hired(WAITER, BARRANCO), gone)
                .when(new EnableStaff(SARA))
                .then(new StaffEnabled(SARA));
        given(ADMIN, hired(WAITER, BARRANCO))
                .when(new EnableStaff(SARA))
                .refusedBy(STAFF_MUST_BE_DISABLED);
        given(ADMIN, hired(WAITER, BARRANCO))
                .when(new DisableStaff(SARA, "x"))
                .refusedBy(DISABLING_NEEDS_REASON);
    }

    @Test
    void somebody_elses_password_is_set_from_above() {
        given(MANAGER, hired(WAITER, BARRANCO))
                .when(new SetPassword(SARA, HASH))
                .then(new PasswordReplaced(SARA));
        given(MANAGER, hired(BRANCH_MANAGER, BARRANCO))
                .when(new SetPassword(SARA, HASH))
                .refusedBy(ROLE_NOT_BELOW_YOURS);
    }

    @Test
    void the_own_password_is_changed_by_whoever_proved_to_know_it() {
        var sara = caller(SARA.value(), WAITER, BARRANCO);
        given(sara, hired(WAITER, BARRANCO))
                .when(new ChangeOwnPassword(SARA, HASH))
                .then(new PasswordReplaced(SARA));
        given(MANAGER, hired(WAITER, BARRANCO))
                .when(new ChangeOwnPassword(SARA, HASH))
                .refusedBy(ONLY_OWN_PASSWORD);
        given(caller(SARA.value(), ORG_ADMIN), hired(ORG_ADMIN))
                .when(new SetPassword(SARA, HASH))
                .refusedBy(OWN_PASSWORD_NEEDS_CURRENT);
    }

    @Test
    void nothing_is_asked_of_somebody_who_was_never_hired() {
        given(ADMIN).when(new ChangeRole(SARA, WAITER)).refusedBy(STAFF_MUST_EXIST);
        given(ADMIN).when(new DisableStaff(SARA, "se fue")).refusedBy(STAFF_MUST_EXIST);
        given(ADMIN).when(new SetPassword(SARA, HASH)).refusedBy(STAFF_MUST_EXIST);
    }

    @Test
    void events_hold_neither_name_nor_mail_nor_password() {
        for (var event : StaffEvent.class.getPermittedSubclasses()) {
            for (var part : event.getRecordComponents()) {
                assertThat(part.getType())
                        .as("%s.%s", event.getSimpleName(), part.getName())
                        .isNotIn(Email.class, PasswordHash.class);
                assertThat(part.getName()).doesNotMatch("(?i).*(name|mail|password|phone).*");
            }
        }
    }

    @Test
    void a_hash_is_silent_when_printed() {
        assertThat(hire(WAITER, BARRANCO).toString()).doesNotContain("argon2");
    }

    @Test
    void an_email_is_the_same_however_it_is_typed() {
        assertThat(new Email("  Sara@Muelle.PE ")).isEqualTo(new Email("sara@muelle.pe"));
    }

    private static HireStaff hire(Role role, BranchId... branches) {
        return new HireStaff(SARA, "Sara Paz", mail(), HASH, role, Set.of(branches));
    }

    private static StaffHired hired(Role role, BranchId... branches) {
        return new StaffHired(SARA, role, List.of(branches));
    }

    private static Email mail() {
        return new Email("sara@muelle.pe");
    }

    private static Caller caller(String id, Role role, BranchId... branches) {
        var reach = Arrays.stream(branches).map(BranchId::value).collect(Collectors.toSet());
        return new Caller("org-1", null, reach, id, role, null, "", "", "req-1");
    }

    private static Spec<StaffMember, StaffCommand, StaffEvent> given(
            Caller by, StaffEvent... events) {
        return spec(by, true, events);
    }

    private static Spec<StaffMember, StaffCommand, StaffEvent> givenAlone(
            Caller by, StaffEvent... events) {
        return spec(by, false, events);
    }

    private static Spec<StaffMember, StaffCommand, StaffEvent> spec(
            Caller by, boolean anotherAdmin, StaffEvent... events) {
        var facts = new StaffFacts(by, Set.of(BARRANCO, SURCO)::contains, () -> anotherAdmin);
        return new Spec<StaffMember, StaffCommand, StaffEvent>(
                        StaffMember.NOT_HIRED,
                        (member, command) -> member.decide(command, facts),
                        StaffMember::evolve)
                .given(List.of(events));
    }
}
