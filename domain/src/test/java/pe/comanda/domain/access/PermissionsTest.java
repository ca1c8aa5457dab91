package pe.comanda.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The permission matrix, written a second time: every role × every permission. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PermissionsTest {
    /**
     * Columns: S super_admin, A org_admin, M branch_manager, C cashier, W waiter, K kitchen, $
     * accountant, R auditor, D diner.
     */
    private static final String MATRIX =
            """
            org:read                   S A . . . . $ R .
            org:update                 S A . . . . . . .
            org:suspend                S . . . . . . . .
            branch:read                S A M C W K $ R .
            branch:update              S A M . . . . . .
            branch:create              S A . . . . . . .
            settings:read              S A M C W K $ R .
            settings:update            S A . . . . . . .
            menu:read                  S A M C W K $ R D
            menu:create                S A M . . . . . .
            menu:update                S A M . . . . . .
            menu:delete                S A M . . . . . .
            menu:availability          S A M . . K . . .
            orders:read                S A M C W K $ R .
            orders:create              S A M C W . . . D
            orders:update              S A M C W . . . D
            orders:confirm             S A M C W . . . .
            orders:update_status       S A M C W . . . .
            orders:update_item_status  S A M C W K . . .
            orders:complete            S A M C . . . . .
            orders:cancel              S A M C . . . . D
            orders:void                S A M C . . . . .
            tables:read                S A M C W . . R .
            tables:update              S A M . W . . . .
            tables:create              S A M . . . . . .
            tables:delete              S A M . . . . . .
            tables:layout              S A M . . . . . .
            tables:force               S A M C . . . . .
            sessions:request           . . . . . . . . D
            session:read               S A M C W . . R D
            staff:read                 S A M C . . . R .
            staff:create               S A M . . . . . .
            staff:update               S A M . . . . . .
            inventory:read             S A M . . K . R .
            inventory:create           S A M . . . . . .
            inventory:update           S A M . . . . . .
            inventory:override         S A M . . . . . .
            customers:read             S A M C W . . R .
            customers:create           S A M C W . . . .
            customers:update           S A M C . . . . .
            customers:delete           S A M C . . . . .
            loyalty:read               S A M C W . . R .
            loyalty:redeem             S A M C . . . . .
            loyalty:create             S A M . . . . . .
            loyalty:update             S A M . . . . . .
            payments:read              S A M C W . $ R .
            payments:create            S A M C W . . . .
            payments:void              S A M C . . . . .
            cash:read                  S A M C . . $ R .
            cash:manage                S A M C . . . . .
            invoices:read              S A M C W . $ R .
            invoices:create            S A M C W . $ . .
            invoices:void              S A M C . . $ . .
            invoices:correct           S A M . . . $ . .
            invoices:approve           S A M . . . $ . .
            sunat:read                 S A M . . . $ R .
            sunat:update               S A . . . . . . .
            reports:read               S A M . . . $ R .
            books:read                 S A . . . . $ R .
            books:close                S A . . . . $ . .
            audit:read                 S A M . . . . R .
            operations:read            S A M . . . . R .
            operations:manage          S A . . . . . . .
            platform:manage            S . . . . . . . .
            account:update             S A M C W K $ R .
            internal                   . . . . . . . . .
            """;

    private static final String COLUMNS = "SAMCWK$RD";
    private static final Role[] ROLES = {
        Role.SUPER_ADMIN,
        Role.ORG_ADMIN,
        Role.BRANCH_MANAGER,
        Role.CASHIER,
        Role.WAITER,
        Role.KITCHEN,
        Role.ACCOUNTANT,
        Role.AUDITOR,
        Role.CUSTOMER
    };

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void a_role_holds_what_the_matrix_says_and_nothing_else(Role role) {
        assertThat(Permissions.of(role)).isEqualTo(written().get(role));
    }

    @Test
    void the_matrix_knows_every_permission() {
        var lines = MATRIX.lines().map(line -> line.split(" +", -1)[0]).toList();
        assertThat(lines)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Permission.values()).map(Permission::code).toList());
    }

    @Test
    void the_program_itself_may_everything() {
        assertThat(Permissions.of(Role.SYSTEM)).isEqualTo(EnumSet.allOf(Permission.class));
    }

    @Test
    void the_auditor_changes_nothing_but_their_own_account() {
        assertThat(Permissions.of(Role.AUDITOR))
                .allMatch(p -> p.name().endsWith("_READ") || p == Permission.ACCOUNT_UPDATE);
    }

    @Test
    void kitchen_and_waiter_neither_cancel_nor_void_nor_complete() {
        for (var role : Set.of(Role.KITCHEN, Role.WAITER)) {
            assertThat(Permissions.of(role))
                    .doesNotContain(
                            Permission.ORDERS_CANCEL,
                            Permission.ORDERS_VOID,
                            Permission.ORDERS_COMPLETE,
                            Permission.PAYMENTS_VOID);
        }
    }

    private static Map<Role, Set<Permission>> written() {
        var codes =
                Arrays.stream(Permission.values())
                        .collect(Collectors.toMap(Permission::code, p -> p));
        Map<Role, Set<Permission>> written = new EnumMap<>(Role.class);
        for (var role : ROLES) {
            written.put(role, EnumSet.noneOf(Permission.class));
        }
        MATRIX.lines()
                .map(line -> line.split(" +", -1))
                .forEach(
                        cells -> {
                            for (int i = 0; i < ROLES.length; i++) {
                                if (cells[i + 1].charAt(0) == COLUMNS.charAt(i)) {
                                    written.get(ROLES[i]).add(codes.get(cells[0]));
                                }
                            }
                        });
        return written;
    }
}
