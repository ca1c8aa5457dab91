package pe.comanda.domain.identity;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.tenancy.BranchId;

import java.util.Set;

/** Everything one can ask of somebody who works in an organization. */
public sealed interface StaffCommand extends Command {
    StaffId staff();

    @Override
    default StaffId target() {
        return staff();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case HireStaff _ -> Permission.STAFF_CREATE;
            case ChangeRole _,
                    AssignBranches _,
                    DisableStaff _,
                    EnableStaff _,
                    SetPassword _,
                    ChangeProfile _ ->
                    Permission.STAFF_UPDATE;
            case ChangeOwnPassword _ -> Permission.ACCOUNT_UPDATE;
        };
    }

    /**
     * @param name 2 to 255 characters; like the e-mail and the hash it is kept apart from the
     *     events
     * @param branches where the person works; may be empty for roles that reach every branch
     */
    record HireStaff(
            StaffId staff,
            String name,
            Email email,
            PasswordHash password,
            Role role,
            Set<BranchId> branches)
            implements StaffCommand {
        public HireStaff {
            branches = Set.copyOf(branches);
        }
    }

    record ChangeRole(StaffId staff, Role role) implements StaffCommand {}

    /** These and no others. */
    record AssignBranches(StaffId staff, Set<BranchId> branches) implements StaffCommand {
        public AssignBranches {
            branches = Set.copyOf(branches);
        }
    }

    /** Reason: 3 to 500 characters. */
    record DisableStaff(StaffId staff, String reason) implements StaffCommand {}

    record EnableStaff(StaffId staff) implements StaffCommand {}

    /** Sets somebody else's password. Ends every session of that person. */
    record SetPassword(StaffId staff, PasswordHash password) implements StaffCommand {}

    /** The caller's own; the current one has been checked. */
    record ChangeOwnPassword(StaffId staff, PasswordHash password) implements StaffCommand {}

    /** What is null stays as it is. */
    record ChangeProfile(StaffId staff, @Nullable String name, @Nullable Email email)
            implements StaffCommand {}
}
