package pe.comanda.domain.access;

import pe.comanda.domain.shared.BusinessRule;

/** Why a message is refused before anything is decided. */
public enum AccessRule implements BusinessRule {
    /** The caller's role does not hold the permission that the message requires. */
    PERMISSION_DENIED,
    /** The aggregate or branch belongs to another organization. */
    FOREIGN_TENANT,
    /** The aggregate belongs to a branch that the caller is not assigned to. */
    FOREIGN_BRANCH,
    /** A diner reached for something outside their own table session. */
    FOREIGN_SESSION,
    /** The organization is suspended: nothing in it may be commanded. */
    ORGANIZATION_SUSPENDED,
    /** The person was disabled or their role changed since the token was issued. */
    STAFF_NOT_ACTIVE,
    /** The message must say which branch it is about. */
    BRANCH_REQUIRED,
    /** The message came without a caller. */
    CALLER_REQUIRED,
    /** The same idempotency key came with another body. */
    IDEMPOTENCY_KEY_REUSED,
    /** The aggregate has moved on since the version that the caller has seen. */
    STALE_VERSION,
    /** There is no such aggregate. */
    NOT_FOUND,
    /** An aggregate with this id exists already. */
    ALREADY_EXISTS
}
