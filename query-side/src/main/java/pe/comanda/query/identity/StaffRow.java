package pe.comanda.query.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.IdentityQuery.StaffView;
import pe.comanda.domain.identity.StaffEvent;
import pe.comanda.domain.identity.StaffEvent.*;
import pe.comanda.domain.tenancy.BranchId;

import java.time.Instant;
import java.util.List;

/** Somebody's post, one row. */
@Entity
@Table(name = "staff_view")
class StaffRow {
    @Id private String id = "";
    private String organizationId = "";

    @Enumerated(EnumType.STRING)
    private Role role = Role.KITCHEN;

    private String[] branches = {};
    private boolean active;
    private Instant hiredAt = Instant.EPOCH;
    private long version;

    StaffRow() {}

    static StaffRow hired(StaffHired event, String organization, Instant at) {
        var row = new StaffRow();
        row.id = event.staff().value();
        row.organizationId = organization;
        row.hiredAt = at;
        return row;
    }

    void apply(StaffEvent event, long version) {
        this.version = version;
        switch (event) {
            case StaffHired(_, var as, var where) -> {
                role = as;
                branches = values(where);
                active = true;
            }
            case RoleChanged(_, _, var to) -> role = to;
            case BranchesAssigned(_, var where) -> branches = values(where);
            case StaffDisabled _ -> active = false;
            case StaffEnabled _ -> active = true;
            case PasswordReplaced _, ProfileChanged _ -> {}
        }
    }

    String id() {
        return id;
    }

    String organization() {
        return organizationId;
    }

    Role role() {
        return role;
    }

    List<String> branches() {
        return List.of(branches);
    }

    boolean active() {
        return active;
    }

    StaffView view(ProfileRow profile) {
        return new StaffView(
                id, profile.name(), profile.email(), role, branches(), active, hiredAt, version);
    }

    private static String[] values(List<BranchId> branches) {
        return branches.stream().map(BranchId::value).toArray(String[]::new);
    }
}
