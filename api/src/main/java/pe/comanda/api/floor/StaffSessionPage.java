package pe.comanda.api.floor;

import java.util.List;

/**
 * Parties, newest first.
 *
 * @param nextCursor empty where there is no more
 */
record StaffSessionPage(List<StaffSession> items, String nextCursor) {
    StaffSessionPage {
        items = List.copyOf(items);
    }
}
