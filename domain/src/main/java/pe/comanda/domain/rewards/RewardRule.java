package pe.comanda.domain.rewards;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of a reward. The constant is the code that clients see. */
public enum RewardRule implements BusinessRule {
    REWARD_IS_OFFERED_ONCE,
    REWARD_MUST_EXIST,
    REWARD_POINTS_OUT_OF_RANGE,
    /** A percentage, an amount or a dish, and neither nothing nor more than everything. */
    REWARD_BENEFIT_OUT_OF_RANGE,
    REWARD_LIMIT_OUT_OF_RANGE,
    REWARD_DATES_OUT_OF_ORDER,
    REWARD_DISH_NEEDS_BRANCH,
    REWARD_DISH_NOT_ON_MENU,
    REWARD_ALREADY_OFFERED,
    /** The organization has no reward of this id. */
    REWARD_UNKNOWN,
    REWARD_WITHDRAWN,
    REWARD_OF_ANOTHER_BRANCH,
    REWARD_NOT_YET_VALID,
    REWARD_NO_LONGER_VALID,
    REWARD_SOLD_OUT,
    REWARD_LIMIT_REACHED,
    REWARD_IS_HELD_ONCE,
    REWARD_NOT_HELD
}
