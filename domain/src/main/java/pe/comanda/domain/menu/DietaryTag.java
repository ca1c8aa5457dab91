package pe.comanda.domain.menu;

/** Whom a dish suits. */
public enum DietaryTag {
    VEGETARIAN,
    VEGAN,
    GLUTEN_FREE,
    DAIRY_FREE,
    NUT_FREE,
    HALAL,
    KOSHER,
    KETO,
    LOW_CARB
}
