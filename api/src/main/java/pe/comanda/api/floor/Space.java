package pe.comanda.api.floor;

/**
 * A room or floor of the branch. Tables and fixtures name it by its id.
 *
 * @param name 1 to 100 characters, unique in the branch
 * @param level the storey, -9 to 99; @param rank where it stands among the others
 */
record Space(String id, String name, int level, int rank) implements Drawn {}
