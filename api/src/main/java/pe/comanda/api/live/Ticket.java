package pe.comanda.api.live;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.live.Rooms;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What a socket may hear: one branch, some rooms, until the access token behind it expires.
 *
 * @param session the diner's own table session; null for staff
 * @param table the table where the diner sits, or the one that staff follow; null where they follow
 *     the branch
 * @param origin the sign-in or table session behind it: when that is over, so is this
 */
record Ticket(
        String organization,
        String branch,
        String actor,
        Role role,
        @Nullable String session,
        @Nullable String table,
        String origin,
        Instant until) {

    static Ticket of(
            Caller caller, String branch, @Nullable String table, String origin, Instant until) {
        return new Ticket(
                caller.organization(),
                branch,
                caller.actor(),
                caller.role(),
                caller.session(),
                table,
                origin,
                until);
    }

    /**
     * Rooms are one function of who somebody is: a diner hears the own session, how the own table
     * stands and the menu, nothing else; staff who follow one table, that table and the menu.
     */
    Set<String> rooms() {
        var rooms = new HashSet<>(Set.of(Rooms.MENU));
        if (table != null && (role == Role.CUSTOMER || role.may(Permission.TABLES_READ))) {
            rooms.add(Rooms.table(table));
        }
        if (role == Role.CUSTOMER) {
            rooms.add(Rooms.session(String.valueOf(session)));
            return Set.copyOf(rooms);
        }
        if (table != null) {
            if (role.may(Permission.TABLES_READ)) {
                rooms.add(Rooms.service(table));
            }
            return Set.copyOf(rooms);
        }
        if (role.may(Permission.ORDERS_READ)) {
            rooms.add(Rooms.BRANCH);
        }
        if (role.may(Permission.ORDERS_UPDATE_ITEM_STATUS)) {
            rooms.add(Rooms.KITCHEN);
        }
        if (role.may(Permission.TABLES_READ)) {
            rooms.add(Rooms.FLOOR);
        }
        if (role.may(Permission.INVENTORY_READ)) {
            rooms.add(Rooms.STOCK);
        }
        if (role.may(Permission.INVOICES_READ)) {
            rooms.add(Rooms.FINANCE);
        }
        if (role.may(Permission.LOYALTY_READ)) {
            rooms.add(Rooms.LOYALTY);
        }
        return Set.copyOf(rooms);
    }
}
