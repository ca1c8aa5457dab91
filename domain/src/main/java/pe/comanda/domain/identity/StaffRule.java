package pe.comanda.domain.identity;

import pe.comanda.domain.shared.BusinessRule;

/** The rules about people. The constant is the code that clients see. */
public enum StaffRule implements BusinessRule {
    STAFF_IS_HIRED_ONCE,
    STAFF_MUST_EXIST,
    STAFF_MUST_BE_ENABLED,
    STAFF_MUST_BE_DISABLED,
    STAFF_NAME_TOO_SHORT,
    /** Nobody gives, takes or touches a role at or above their own. */
    ROLE_NOT_BELOW_YOURS,
    OWN_ROLE_STAYS,
    OWN_BRANCHES_STAY,
    OWN_ACCOUNT_STAYS_ENABLED,
    ONLY_OWN_PASSWORD,
    /** Whoever changes their own password proves that they know the current one. */
    OWN_PASSWORD_NEEDS_CURRENT,
    LAST_ADMIN_STAYS,
    /** Who does not reach every branch works in at least one. */
    BRANCHES_REQUIRED,
    UNKNOWN_BRANCH,
    /** The person works in a branch that the caller does not reach. */
    STAFF_OUTSIDE_YOUR_BRANCHES,
    DISABLING_NEEDS_REASON,
    /** Somebody has this e-mail already, here or in another organization. */
    EMAIL_TAKEN
}
