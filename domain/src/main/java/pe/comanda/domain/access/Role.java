package pe.comanda.domain.access;

/**
 * What a person is in an organization. The level orders the hierarchy: nobody grants a role at or
 * above their own, nor one that holds a permission they lack: accountants and auditors, who see the
 * whole taxpayer, are hired by an org_admin.
 */
public enum Role {
    SUPER_ADMIN(0),
    ORG_ADMIN(1),
    BRANCH_MANAGER(2),
    ACCOUNTANT(3),
    AUDITOR(3),
    CASHIER(3),
    WAITER(4),
    KITCHEN(5),
    CUSTOMER(9),
    /** The program itself: sagas, policies and the demo loader. Never given to a person. */
    SYSTEM(-1);

    private final int level;

    Role(int level) {
        this.level = level;
    }

    /**
     * Whether a person of this role may give the other role: only below their own, save that an
     * org_admin may add another; and none that may do what the giver may not.
     */
    public boolean mayGrant(Role other) {
        return other != CUSTOMER
                && other != SYSTEM
                && (level < other.level || this == ORG_ADMIN && other == ORG_ADMIN)
                && Permissions.of(this).containsAll(Permissions.of(other));
    }

    /** Whether the role reaches every branch of its organization without being assigned to one. */
    public boolean reachesAllBranches() {
        return this == SUPER_ADMIN || this == ORG_ADMIN || this == SYSTEM;
    }

    public boolean may(Permission permission) {
        return Permissions.allows(this, permission);
    }
}
