package pe.comanda.domain.identity;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.tenancy.BranchId;

import java.util.List;

/**
 * Everything that can have happened to somebody who works in an organization. Stored for ever, so
 * neither name nor e-mail nor password is in it.
 */
public sealed interface StaffEvent extends DomainEvent {
    StaffId staff();

    /**
     * @param branches sorted by id
     */
    record StaffHired(StaffId staff, Role role, List<BranchId> branches) implements StaffEvent {
        public StaffHired {
            branches = List.copyOf(branches);
        }
    }

    record RoleChanged(StaffId staff, Role from, Role to) implements StaffEvent {}

    record BranchesAssigned(StaffId staff, List<BranchId> branches) implements StaffEvent {
        public BranchesAssigned {
            branches = List.copyOf(branches);
        }
    }

    record StaffDisabled(StaffId staff, String reason) implements StaffEvent {}

    record StaffEnabled(StaffId staff) implements StaffEvent {}

    record PasswordReplaced(StaffId staff) implements StaffEvent {}

    /** Name or e-mail are others now; which ones is in the profile. */
    record ProfileChanged(StaffId staff) implements StaffEvent {}
}
