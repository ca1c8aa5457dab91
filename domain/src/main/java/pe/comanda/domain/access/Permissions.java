package pe.comanda.domain.access;

import static pe.comanda.domain.access.Permission.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The permission matrix, in one table. The kitchen and the waiter move orders but neither cancel
 * nor complete a sale: the kitchen's way ends where a dish is ready, and the waiter serves and
 * takes money, save for the last step of a sale, which is the till's. The accountant sees money and
 * documents; the auditor reads everything and changes nothing.
 */
public final class Permissions {
    private static final Map<Role, Set<Permission>> MATRIX = new EnumMap<>(Role.class);

    static {
        var everything = EnumSet.allOf(Permission.class);
        MATRIX.put(Role.SYSTEM, everything);

        var superAdmin = EnumSet.complementOf(EnumSet.of(INTERNAL, SESSIONS_REQUEST));
        MATRIX.put(Role.SUPER_ADMIN, superAdmin);

        var orgAdmin = EnumSet.copyOf(superAdmin);
        orgAdmin.removeAll(EnumSet.of(ORG_SUSPEND, PLATFORM_MANAGE));
        MATRIX.put(Role.ORG_ADMIN, orgAdmin);

        var manager = EnumSet.copyOf(orgAdmin);
        manager.removeAll(
                EnumSet.of(
                        ORG_READ,
                        ORG_UPDATE,
                        BRANCH_CREATE,
                        SETTINGS_UPDATE,
                        SUNAT_UPDATE,
                        BOOKS_READ,
                        BOOKS_CLOSE,
                        OPERATIONS_MANAGE));
        MATRIX.put(Role.BRANCH_MANAGER, manager);

        var everyStaff =
                EnumSet.of(BRANCH_READ, SETTINGS_READ, MENU_READ, ORDERS_READ, ACCOUNT_UPDATE);

        var waiter = EnumSet.copyOf(everyStaff);
        waiter.addAll(
                EnumSet.of(
                        ORDERS_CREATE,
                        ORDERS_UPDATE,
                        ORDERS_CONFIRM,
                        ORDERS_UPDATE_STATUS,
                        ORDERS_UPDATE_ITEM_STATUS,
                        TABLES_READ,
                        TABLES_UPDATE,
                        SESSION_READ,
                        CUSTOMERS_READ,
                        CUSTOMERS_CREATE,
                        LOYALTY_READ,
                        PAYMENTS_READ,
                        PAYMENTS_CREATE,
                        INVOICES_READ,
                        INVOICES_CREATE));
        MATRIX.put(Role.WAITER, waiter);

        var cashier = EnumSet.copyOf(waiter);
        cashier.remove(TABLES_UPDATE);
        cashier.addAll(
                EnumSet.of(
                        ORDERS_CANCEL,
                        ORDERS_VOID,
                        ORDERS_COMPLETE,
                        TABLES_FORCE,
                        STAFF_READ,
                        CUSTOMERS_UPDATE,
                        CUSTOMERS_DELETE,
                        LOYALTY_REDEEM,
                        PAYMENTS_VOID,
                        CASH_READ,
                        CASH_MANAGE,
                        INVOICES_VOID));
        MATRIX.put(Role.CASHIER, cashier);

        var kitchen = EnumSet.copyOf(everyStaff);
        kitchen.addAll(EnumSet.of(MENU_AVAILABILITY, ORDERS_UPDATE_ITEM_STATUS, INVENTORY_READ));
        MATRIX.put(Role.KITCHEN, kitchen);

        MATRIX.put(
                Role.ACCOUNTANT,
                EnumSet.of(
                        ORG_READ,
                        BRANCH_READ,
                        SETTINGS_READ,
                        MENU_READ,
                        ORDERS_READ,
                        PAYMENTS_READ,
                        CASH_READ,
                        INVOICES_READ,
                        INVOICES_CREATE,
                        INVOICES_VOID,
                        INVOICES_CORRECT,
                        INVOICES_APPROVE,
                        SUNAT_READ,
                        REPORTS_READ,
                        BOOKS_READ,
                        BOOKS_CLOSE,
                        ACCOUNT_UPDATE));

        var auditor = EnumSet.of(AUDIT_READ, OPERATIONS_READ, SESSION_READ, ACCOUNT_UPDATE);
        everything.stream().filter(p -> p.name().endsWith("_READ")).forEach(auditor::add);
        MATRIX.put(Role.AUDITOR, auditor);

        MATRIX.put(
                Role.CUSTOMER,
                EnumSet.of(
                        MENU_READ,
                        SESSIONS_REQUEST,
                        SESSION_READ,
                        ORDERS_CREATE,
                        ORDERS_UPDATE,
                        ORDERS_CANCEL));
    }

    private Permissions() {}

    /** Whether the role holds the permission. A role that the table does not know holds nothing. */
    public static boolean allows(Role role, Permission permission) {
        var held = MATRIX.get(role);
        return held != null && held.contains(permission);
    }

    /** Everything the role holds. */
    public static Set<Permission> of(Role role) {
        return Set.copyOf(MATRIX.getOrDefault(role, Set.of()));
    }
}
