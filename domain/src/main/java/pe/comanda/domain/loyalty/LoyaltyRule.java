package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of customers and their points. */
public enum LoyaltyRule implements BusinessRule {
    POINTS_EARNED_ONCE,
    NOTHING_TO_REVERSE,
    POINTS_OUT_OF_RANGE,
    NOT_ENOUGH_POINTS,
    REWARD_IS_PAID_ONCE,
    NO_REWARD_TO_RETURN,
    ADJUSTMENT_REASON_REQUIRED,
    NOTHING_EXPIRES,
    CUSTOMER_IS_REGISTERED_ONCE,
    CUSTOMER_WAS_FORGOTTEN,
    CONTACT_REQUIRED,
    EMAIL_MALFORMED,
    BIRTHDAY_OUT_OF_RANGE,
    CUSTOMER_PHONE_TAKEN,
    PHONE_MALFORMED,
    CUSTOMER_EMAIL_TAKEN
}
