package pe.comanda.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.access.Role.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Who may give which role: every pair. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoleTest {
    private static final Map<Role, Set<Role>> GRANTS =
            Map.of(
                    SYSTEM,
                    Set.of(
                            SUPER_ADMIN,
                            ORG_ADMIN,
                            BRANCH_MANAGER,
                            ACCOUNTANT,
                            AUDITOR,
                            CASHIER,
                            WAITER,
                            KITCHEN),
                    SUPER_ADMIN,
                    Set.of(
                            ORG_ADMIN,
                            BRANCH_MANAGER,
                            ACCOUNTANT,
                            AUDITOR,
                            CASHIER,
                            WAITER,
                            KITCHEN),
                    ORG_ADMIN,
                    Set.of(
                            ORG_ADMIN,
                            BRANCH_MANAGER,
                            ACCOUNTANT,
                            AUDITOR,
                            CASHIER,
                            WAITER,
                            KITCHEN),
                    BRANCH_MANAGER,
                    Set.of(CASHIER, WAITER, KITCHEN));

    @Test
    void a_role_is_given_from_above_and_an_org_admin_may_add_another() {
        for (var giver : Role.values()) {
            for (var role : Role.values()) {
                var allowed = GRANTS.getOrDefault(giver, Set.of());
                assertThat(giver.mayGrant(role))
                        .as("%s gives %s", giver, role)
                        .isEqualTo(allowed.contains(role));
            }
        }
    }

    @Test
    void nobody_gives_a_permission_that_they_lack() {
        for (var giver : Role.values()) {
            for (var role : Role.values()) {
                if (giver.mayGrant(role)) {
                    assertThat(Permissions.of(giver))
                            .as("%s gives %s", giver, role)
                            .containsAll(Permissions.of(role));
                }
            }
        }
    }

    @Test
    void only_administrators_reach_every_branch() {
        assertThat(Arrays.stream(Role.values()).filter(Role::reachesAllBranches))
                .containsExactlyInAnyOrder(SUPER_ADMIN, ORG_ADMIN, SYSTEM);
    }
}
