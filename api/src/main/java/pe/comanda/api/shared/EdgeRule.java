package pe.comanda.api.shared;

import pe.comanda.domain.shared.BusinessRule;

/** What the door itself refuses, before a message is made. */
public enum EdgeRule implements BusinessRule {
    BODY_MALFORMED,
    FIELD_UNKNOWN,
    BODY_TOO_LARGE,
    VALUE_INVALID,
    PATH_MALFORMED,
    IDEMPOTENCY_KEY_MALFORMED,
    IF_MATCH_MALFORMED,
    POSITION_MALFORMED,
    ROUTE_NOT_FOUND,
    METHOD_NOT_ALLOWED,
    MEDIA_TYPE_NOT_SUPPORTED,
    TOKEN_REQUIRED,
    TOKEN_INVALID,
    TOKEN_EXPIRED,
    CREDENTIALS_WRONG,
    REFRESH_TOKEN_INVALID,
    REFRESH_TOKEN_REUSED,
    TICKET_INVALID,
    CLAIM_INVALID,
    TOO_MANY_REQUESTS,
    VIEW_READ_ELSEWHERE,
    UNAVAILABLE,
    INTERNAL_ERROR
}
