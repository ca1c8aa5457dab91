package pe.comanda.domain.identity;

import static pe.comanda.domain.identity.StaffRule.*;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.StaffCommand.*;
import pe.comanda.domain.identity.StaffEvent.*;
import pe.comanda.domain.shared.Words;
import pe.comanda.domain.tenancy.BranchId;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody who works in an organization, in one of their states. */
public sealed interface StaffMember {
    StaffMember NOT_HIRED = new NotHired();

    record NotHired() implements StaffMember {}

    record Active(Post post) implements StaffMember {}

    record Disabled(Post post) implements StaffMember {}

    /** What the person is and where. */
    record Post(Role role, Set<BranchId> branches) {
        public Post {
            branches = Set.copyOf(branches);
        }
    }

    default List<StaffEvent> decide(StaffCommand command, StaffFacts facts) {
        return switch (command) {
            case HireStaff hire -> {
                STAFF_IS_HIRED_ONCE.require(this instanceof NotHired);
                yield List.of(hire(hire, facts));
            }
            case ChangeRole(var staff, var role) -> changeRole(staff, role, facts);
            case AssignBranches(var staff, var branches) -> assign(staff, branches, facts);
            case DisableStaff(var staff, var reason) -> disable(staff, reason, facts);
            case EnableStaff(var staff) -> {
                mayTouch(mustExist(), facts.by());
                STAFF_MUST_BE_DISABLED.require(this instanceof Disabled);
                yield List.of(new StaffEnabled(staff));
            }
            case SetPassword(var staff, _) -> {
                OWN_PASSWORD_NEEDS_CURRENT.require(!isSelf(staff, facts.by()));
                mayTouch(mustExist(), facts.by());
                yield List.of(new PasswordReplaced(staff));
            }
            case ChangeOwnPassword(var staff, _) -> {
                var _ = mustBeActive();
                ONLY_OWN_PASSWORD.require(isSelf(staff, facts.by()));
                yield List.of(new PasswordReplaced(staff));
            }
            case ChangeProfile(var staff, var name, var email) -> {
                if (!isSelf(staff, facts.by())) {
                    mayTouch(mustExist(), facts.by());
                }
                if (name != null) {
                    var _ = checkedName(name);
                }
                yield name == null && email == null
                        ? List.of()
                        : List.of(new ProfileChanged(staff));
            }
        };
    }

    default StaffMember evolve(StaffEvent event) {
        return switch (event) {
            case StaffHired(_, var role, var branches) ->
                    new Active(new Post(role, Set.copyOf(branches)));
            case RoleChanged(_, _, var to) -> with(new Post(to, mustExist().branches()));
            case BranchesAssigned(_, var branches) ->
                    with(new Post(mustExist().role(), Set.copyOf(branches)));
            case StaffDisabled _ -> new Disabled(mustExist());
            case StaffEnabled _ -> new Active(mustExist());
            case PasswordReplaced _, ProfileChanged _ -> this;
        };
    }

    /** A name as it is kept: 2 to 255 characters without blanks around them. */
    static String checkedName(String text) {
        var name = Words.required("name", text, 255);
        STAFF_NAME_TOO_SHORT.require(name.length() >= 2);
        return name;
    }

    private static StaffHired hire(HireStaff hire, StaffFacts facts) {
        var _ = checkedName(hire.name());
        ROLE_NOT_BELOW_YOURS.require(facts.by().role().mayGrant(hire.role()), "role", hire.role());
        BRANCHES_REQUIRED.require(hire.role().reachesAllBranches() || !hire.branches().isEmpty());
        mayAssign(hire.branches(), facts);
        return new StaffHired(hire.staff(), hire.role(), sorted(hire.branches()));
    }

    private List<StaffEvent> changeRole(StaffId staff, Role to, StaffFacts facts) {
        if (!isSelf(staff, facts.by())) {
            mayTouch(mustExist(), facts.by());
        }
        var post = mustBeActive();
        if (post.role() == to) {
            return List.of();
        }
        OWN_ROLE_STAYS.require(!isSelf(staff, facts.by()));
        ROLE_NOT_BELOW_YOURS.require(facts.by().role().mayGrant(to), "role", to);
        BRANCHES_REQUIRED.require(to.reachesAllBranches() || !post.branches().isEmpty());
        adminRemains(post, facts);
        return List.of(new RoleChanged(staff, post.role(), to));
    }

    private List<StaffEvent> assign(StaffId staff, Set<BranchId> branches, StaffFacts facts) {
        var post = mustExist();
        if (post.branches().equals(branches)) {
            // Told to those within reach only: it says where somebody works.
            mayAssign(branches, facts);
            var _ = mustBeActive();
            return List.of();
        }
        OWN_BRANCHES_STAY.require(!isSelf(staff, facts.by()));
        ROLE_NOT_BELOW_YOURS.require(facts.by().role().mayGrant(post.role()));
        BRANCHES_REQUIRED.require(post.role().reachesAllBranches() || !branches.isEmpty());
        mayAssign(differing(post.branches(), branches), facts);
        var _ = mustBeActive();
        return List.of(new BranchesAssigned(staff, sorted(branches)));
    }

    private List<StaffEvent> disable(StaffId staff, String reason, StaffFacts facts) {
        OWN_ACCOUNT_STAYS_ENABLED.require(!isSelf(staff, facts.by()));
        mayTouch(mustExist(), facts.by());
        var post = mustBeActive();
        var why = Words.optional("reason", reason, 500);
        DISABLING_NEEDS_REASON.require(why.length() >= 3);
        adminRemains(post, facts);
        return List.of(new StaffDisabled(staff, why));
    }

    /**
     * Asked before whether somebody is enabled, which is none of a stranger's business.
     *
     * <p>Who manages people manages those below, in the branches that they share entirely.
     */
    private static void mayTouch(Post post, Caller by) {
        ROLE_NOT_BELOW_YOURS.require(by.role().mayGrant(post.role()), "role", post.role());
        STAFF_OUTSIDE_YOUR_BRANCHES.require(
                post.branches().stream().allMatch(branch -> by.reachesBranch(branch.value())));
    }

    private static void mayAssign(Set<BranchId> branches, StaffFacts facts) {
        for (var branch : branches) {
            UNKNOWN_BRANCH.require(facts.isBranch().test(branch), "branch", branch);
            STAFF_OUTSIDE_YOUR_BRANCHES.require(
                    facts.by().reachesBranch(branch.value()), "branch", branch);
        }
    }

    private static void adminRemains(Post post, StaffFacts facts) {
        LAST_ADMIN_STAYS.require(
                post.role() != Role.ORG_ADMIN || facts.anotherAdmin().getAsBoolean());
    }

    private static Set<BranchId> differing(Set<BranchId> some, Set<BranchId> others) {
        var result = new HashSet<BranchId>(some);
        for (var other : others) {
            if (!result.remove(other)) {
                var _ = result.add(other);
            }
        }
        return result;
    }

    private static boolean isSelf(StaffId staff, Caller by) {
        return by.actor().equals(staff.value());
    }

    private static List<BranchId> sorted(Collection<BranchId> branches) {
        return branches.stream().sorted(Comparator.comparing(BranchId::value)).toList();
    }

    private StaffMember with(Post post) {
        return this instanceof Disabled ? new Disabled(post) : new Active(post);
    }

    private Post mustBeActive() {
        var post = mustExist();
        STAFF_MUST_BE_ENABLED.require(this instanceof Active);
        return post;
    }

    private Post mustExist() {
        return switch (this) {
            case NotHired _ -> throw STAFF_MUST_EXIST.broken();
            case Active(var post) -> post;
            case Disabled(var post) -> post;
        };
    }
}
