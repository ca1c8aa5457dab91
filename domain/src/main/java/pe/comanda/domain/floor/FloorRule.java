package pe.comanda.domain.floor;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of tables and of those who sit at them. The constant is the code that clients see. */
public enum FloorRule implements BusinessRule {
    TABLE_IS_CREATED_ONCE,
    TABLE_MUST_EXIST,
    TABLE_WAS_REMOVED,
    TABLE_NUMBER_OUT_OF_RANGE,
    TABLE_NUMBER_TAKEN,
    SEATS_OUT_OF_RANGE,
    POSITION_OUT_OF_RANGE,
    SHORT_CODE_TAKEN,
    QR_CODE_UNKNOWN,
    QR_CODE_REVOKED,
    QR_CODE_IS_NEW,
    TABLE_IS_OCCUPIED,
    TABLE_IN_MAINTENANCE,
    TABLE_HAS_OPEN_SESSION,
    TABLE_NOT_IN_BRANCH,
    ONLY_A_SESSION_OCCUPIES,
    BRANCH_IS_CLOSED,
    SESSION_IS_STARTED_ONCE,
    SESSION_MUST_EXIST,
    GUESTS_OUT_OF_RANGE,
    SESSION_NOT_PENDING,
    SESSION_EXPIRED,
    SESSION_NOT_ACTIVE,
    SESSION_ALREADY_ENDED,
    SESSION_HAS_OPEN_ORDERS,
    SESSION_NOT_DUE,
    END_REASON_REQUIRED
}
