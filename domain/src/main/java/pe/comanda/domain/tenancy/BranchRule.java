package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of a branch. The constant is the code that clients see. */
public enum BranchRule implements BusinessRule {
    BRANCH_IS_OPENED_ONCE,
    BRANCH_MUST_EXIST,
    BRANCH_MUST_BE_OPEN,
    BRANCH_MUST_BE_CLOSED,
    BRANCH_NAME_TOO_SHORT,
    ZONE_UNKNOWN,
    /** All money is in soles. */
    CURRENCY_NOT_OFFERED,
    /** Tables are not assigned to waiters yet, so nothing could be enforced. */
    WAITER_ASSIGNMENT_NOT_OFFERED,
    SERVICE_CHARGE_OUT_OF_RANGE,
    ESTABLISHMENT_HAS_FOUR_DIGITS,
    REGIME_NOT_IN_THE_PAST,
    CLOSING_NEEDS_REASON,
    /** Another branch has this public code. */
    PUBLIC_CODE_TAKEN
}
