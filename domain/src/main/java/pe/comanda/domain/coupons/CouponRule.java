package pe.comanda.domain.coupons;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of a coupon. The constant is the code that clients see. */
public enum CouponRule implements BusinessRule {
    COUPON_IS_CREATED_ONCE,
    COUPON_MUST_EXIST,
    COUPON_CODE_TAKEN,
    COUPON_BENEFIT_OUT_OF_RANGE,
    COUPON_AMOUNT_OUT_OF_RANGE,
    COUPON_LIMIT_OUT_OF_RANGE,
    COUPON_DATES_OUT_OF_ORDER,
    COUPON_DISH_NOT_ON_MENU,
    MENU_COUPON_BINDS_ONE_BRANCH,
    COUPON_ALREADY_ACTIVE,
    /** No coupon of the organization has this code. */
    COUPON_UNKNOWN,
    COUPON_NOT_ACTIVE,
    COUPON_OF_ANOTHER_BRANCH,
    COUPON_NOT_YET_VALID,
    COUPON_NO_LONGER_VALID,
    COUPON_USED_UP,
    COUPON_NEEDS_CUSTOMER,
    COUPON_USED_UP_BY_CUSTOMER,
    COUPON_USE_IS_HELD_ONCE,
    COUPON_USE_NOT_HELD
}
