package pe.comanda.story;

/**
 * The demo's other branch, where nobody counts along: for orders that are only about themselves.
 */
final class Callao {
    static final String ORDERS = "/api/v1/branches/branch-demo-callao/orders";

    /** One chicha to take away. */
    static final String CHICHA =
            "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"dish-demo-callao-chicha-morada\",\"quantity\":1}]}";

    private Callao() {}
}
