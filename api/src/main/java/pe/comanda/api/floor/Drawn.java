package pe.comanda.api.floor;

/** What is drawn on the plan of a branch, under an id that the client chose. */
sealed interface Drawn permits Space, Fixture {
    String id();
}
