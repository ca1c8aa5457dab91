package pe.comanda.domain.tenancy;

/** Whether guests may order from the menu of a branch, or only look at it. */
public enum MenuMode {
    ORDERING,
    READ_ONLY
}
