package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of stock, recipes and deductions. The constant is the code that clients see. */
public enum InventoryRule implements BusinessRule {
    STOCK_ITEM_IS_REGISTERED_ONCE,
    STOCK_QUANTITY_MUST_BE_POSITIVE,
    STOCK_QUANTITY_NOT_NEGATIVE,
    COST_NOT_NEGATIVE,
    STOCK_INSUFFICIENT,
    UNITS_DO_NOT_CONVERT,
    RECIPE_HAS_INGREDIENTS,
    TOO_MANY_INGREDIENTS,
    RECIPE_TAKES_TOO_MUCH,
    INGREDIENT_NAMED_TWICE,
    INGREDIENT_UNKNOWN,
    YIELD_OUT_OF_RANGE,
    RECIPE_OF_ANOTHER_BRANCH,
    /** The branch has no such dish, and no such option. */
    RECIPE_OF_NOTHING,
    NO_SUCH_RECIPE,
    SHORTAGE_NOT_OPEN
}
