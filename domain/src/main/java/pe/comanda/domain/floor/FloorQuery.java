package pe.comanda.domain.floor;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.util.List;

/** Everything one can ask about the floor. The branch is the caller's. */
public sealed interface FloorQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.TABLES_READ;
    }

    @Override
    default String view() {
        return "floor";
    }

    /** All tables of the branch by number, with who sits where. */
    record ShowFloorPlan() implements FloorQuery<FloorPlan> {}

    /** The same, in pages; limit 1 to 200. */
    record ListTables(String cursor, int limit) implements FloorQuery<TablePage> {}

    record FindTable(TableId table) implements FloorQuery<TableView> {}

    /** The sessions of the branch in this state (null: all), newest first; limit 1 to 200. */
    record ListSessions(
            @Nullable SessionStatus status, @Nullable TableId table, String cursor, int limit)
            implements FloorQuery<SessionPage> {}

    /** One session. A diner finds their own only. */
    record FindSession(TableSessionId session) implements FloorQuery<SessionView> {
        @Override
        public Permission requires() {
            return Permission.SESSION_READ;
        }
    }

    /**
     * The table behind what a guest has scanned. Refuses a revoked code. Asked by the door itself,
     * which does not know the guest's organization yet.
     */
    record FindTableByQr(String token) implements FloorQuery<TableDoor> {
        @Override
        public Permission requires() {
            return Permission.INTERNAL;
        }
    }

    /** The same, for a short code that a guest has typed. The branch is the caller's. */
    record FindTableByShortCode(String shortCode) implements FloorQuery<TableDoor> {
        @Override
        public Permission requires() {
            return Permission.INTERNAL;
        }
    }

    /**
     * @param items tables by number
     */
    record FloorPlan(List<TableView> items) {
        public FloorPlan {
            items = List.copyOf(items);
        }
    }

    /**
     * @param nextCursor empty where there is no more
     */
    record TablePage(List<TableView> items, String nextCursor) {
        public TablePage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param nextCursor empty where there is no more
     */
    record SessionPage(List<SessionView> items, String nextCursor) {
        public SessionPage {
            items = List.copyOf(items);
        }
    }

    /** What a scanned code leads to. */
    record TableDoor(
            String organization,
            String branch,
            String table,
            String label,
            TableStatus status,
            String token) {}
}
