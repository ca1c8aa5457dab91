package pe.comanda.domain.menu;

/** What must be told to guests who cannot eat it: the fourteen of the EU's list, and shellfish. */
public enum Allergen {
    GLUTEN,
    CRUSTACEANS,
    EGGS,
    FISH,
    PEANUTS,
    SOY,
    MILK,
    NUTS,
    CELERY,
    MUSTARD,
    SESAME,
    SULPHITES,
    LUPIN,
    MOLLUSCS,
    SHELLFISH
}
