package pe.comanda.domain.identity;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.util.List;

/** Everything one can ask about people. */
public sealed interface IdentityQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return switch (this) {
            case FindActor _, FindStanding _ -> Permission.INTERNAL;
            case ListStaff _, FindStaff _ -> Permission.STAFF_READ;
        };
    }

    @Override
    default String view() {
        return "people";
    }

    /** What somebody may do at this moment: asked by the door for every request. */
    record FindActor(StaffId staff) implements IdentityQuery<ActorView> {}

    /** Whether an organization may act at this moment: asked by the door for every guest. */
    record FindStanding(String organization) implements IdentityQuery<StandingView> {}

    /**
     * The people whom the caller may see, by id: an org_admin all, others those who share a branch.
     * Limit 1 to 200.
     */
    record ListStaff(String cursor, int limit) implements IdentityQuery<StaffPage> {}

    record FindStaff(StaffId staff) implements IdentityQuery<StaffView> {}

    /**
     * @param branches where the person may act: for roles that reach every branch, all there are
     * @param suspended whether the organization is
     */
    record ActorView(
            String staff,
            String organization,
            Role role,
            List<String> branches,
            boolean active,
            boolean suspended) {
        public ActorView {
            branches = List.copyOf(branches);
        }
    }

    record StandingView(String organization, boolean suspended, List<String> branches) {
        public StandingView {
            branches = List.copyOf(branches);
        }
    }

    record StaffView(
            String id,
            String name,
            String email,
            Role role,
            List<String> branches,
            boolean active,
            Instant hiredAt,
            long version) {
        public StaffView {
            branches = List.copyOf(branches);
        }
    }

    record StaffPage(List<StaffView> items, String nextCursor) {
        public StaffPage {
            items = List.copyOf(items);
        }
    }
}
