package pe.comanda.query.shared;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;

import java.util.Set;

/** Which branches a list is about. */
public final class Reach {
    private Reach() {}

    /**
     * The branches whose history the caller may read; empty for all of them, and what belongs to no
     * branch besides: that is for auditors and for those who reach every branch.
     */
    public static Set<String> inHistory(Caller caller) {
        if (caller.role() == Role.AUDITOR || caller.role().reachesAllBranches()) {
            return Set.of();
        }
        AccessRule.BRANCH_REQUIRED.require(!caller.branches().isEmpty());
        return caller.branches();
    }

    /** The branch asked for, else the caller's own; empty where the caller reaches all. */
    public static Set<String> of(Caller caller) {
        if (caller.branch() != null) {
            return Set.of(caller.branch());
        }
        if (caller.role().reachesAllBranches()) {
            return Set.of();
        }
        AccessRule.BRANCH_REQUIRED.require(!caller.branches().isEmpty());
        return caller.branches();
    }
}
