package pe.comanda.boot;

/**
 * The sides of the program. The same jar runs any of them: {@code comanda.sides=command,query,api}.
 */
public enum Side {
    COMMAND,
    QUERY,
    API
}
