package pe.comanda.load;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The requests of a till, as they go over the wire. */
final class Till {
    private static final String V = "/api/v1";
    private static final String BRANCH = V + "/branches/branch-demo-miraflores";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final Pattern COUNT =
            Pattern.compile("\"status\":\"([A-Z_]+)\",\"documents\":(\\d+)");
    private static final String FAULTS = V + "/operations/stand-in/faults";
    private static final List<String> INGREDIENTS =
            List.of(
                    "pescado",
                    "limon",
                    "cebolla",
                    "aji-limo",
                    "culantro",
                    "camote",
                    "choclo",
                    "maiz-morado",
                    "azucar",
                    "inka-cola");
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis());
    private final long first = ids.get();
    private final int port;
    private volatile String admin = "";
    private volatile String manager = "";

    Till(int port) throws IOException {
        this.port = port;
        signIn();
    }

    /** Anew: a token is good for a quarter of an hour. */
    void signIn() throws IOException {
        try (var http = new RawHttp(port)) {
            admin = login(http, "admin");
            manager = login(http, "gerente");
        }
    }

    private static String login(RawHttp http, String who) throws IOException {
        http.post(
                V + "/auth/login",
                "",
                "{\"email\":\"" + who + "@demo.pe\",\"password\":\"ceviche-de-demo\"}");
        return found(TOKEN, http.body());
    }

    /** So that a million cevichees can be made. */
    void fillStock(RawHttp http) throws IOException {
        for (var item : INGREDIENTS) {
            http.post(
                    BRANCH + "/inventory/items/stock-demo-miraflores-" + item + "/counts",
                    admin,
                    "{\"counted\":\"90000000\",\"reason\":\"Prueba de carga\"}");
        }
    }

    String newOrder() {
        return "order-load-" + ids.incrementAndGet();
    }

    /** How many orders this run has placed. */
    long placed() {
        return ids.get() - first;
    }

    int menu(RawHttp http) throws IOException {
        return http.get(BRANCH + "/menu", manager);
    }

    int board(RawHttp http) throws IOException {
        return http.get(BRANCH + "/kitchen/board", manager);
    }

    int place(RawHttp http, String order) throws IOException {
        return http.post(BRANCH + "/orders", manager, order(order));
    }

    int confirm(RawHttp http, String order) throws IOException {
        return http.post(V + "/orders/" + order + "/confirmation", manager, "{}");
    }

    /** Through the kitchen; answers how many requests that took, negative where one failed. */
    int moves(RawHttp http, String order) throws IOException {
        return move(http, order, "PREPARING")
                        && move(http, order, "READY")
                        && move(http, order, "SERVED")
                ? 3
                : -3;
    }

    /** Placed, confirmed, cooked, served and paid, with its stock taken. */
    int life(RawHttp http) throws IOException {
        var order = newOrder();
        boolean fine =
                place(http, order) < 300
                        && confirm(http, order) < 300
                        && moves(http, order) > 0
                        && http.post(
                                        V + "/orders/" + order + "/payments",
                                        manager,
                                        "{\"method\":\"CARD\"}")
                                < 300;
        return fine ? 6 : -6;
    }

    /** Placed and paid, whatever the kitchen does. */
    boolean sell(RawHttp http, String order) throws IOException {
        return place(http, order) < 300
                && http.post(V + "/orders/" + order + "/payments", manager, "{\"method\":\"CARD\"}")
                        < 300;
    }

    /** A boleta for nobody in particular. */
    int bill(RawHttp http, String order) throws IOException {
        return http.post(V + "/orders/" + order + "/invoices", manager, "{\"type\":\"BOLETA\"}");
    }

    /** How many documents of the branch stand so. */
    int documents(RawHttp http, Set<String> statuses) throws IOException {
        http.get(BRANCH + "/invoices/board", manager);
        return COUNT.matcher(http.body())
                .results()
                .filter(found -> statuses.contains(found.group(1)))
                .mapToInt(found -> Integer.parseInt(found.group(2)))
                .sum();
    }

    /** The stand-in of SUNAT fails so many times. */
    void failing(RawHttp http, String mode, int times) throws IOException {
        var fault = "{\"mode\":\"" + mode + "\",\"times\":" + times + "}";
        if (http.post(FAULTS, admin, fault) >= 300) {
            throw new IllegalStateException(http.body());
        }
    }

    void calm(RawHttp http) throws IOException {
        http.exchange("DELETE", FAULTS, admin, null, "");
    }

    void ticket(RawHttp http) throws IOException {
        http.post(V + "/live/tickets", manager, "{\"branch\":\"branch-demo-miraflores\"}");
    }

    /**
     * Takes the platform's administrator: a program that was not started by {@link LoadTest} needs
     * {@code comanda.super-admin.email=plataforma@demo.pe} and the demo's password.
     */
    void replay(RawHttp http, String processor) throws IOException {
        var platform = login(http, "plataforma");
        http.post(V + "/operations/processors/" + processor + "/replay", platform, "{}");
    }

    void processors(RawHttp http) throws IOException {
        http.get(V + "/operations/processors", admin);
    }

    /** The work of this name, as one till does it. */
    Measurement.Work work(String name) {
        return switch (name) {
            case "menu" -> (http, _, _) -> ok(menu(http));
            case "place" -> (http, _, _) -> ok(place(http, newOrder()));
            case "life" -> (http, _, _) -> life(http);
            default -> (http, _, _) -> ok(board(http));
        };
    }

    static int ok(int status) {
        return status < 300 ? 1 : -1;
    }

    static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Not found in " + text);
        }
        return matcher.group(1);
    }

    private boolean move(RawHttp http, String order, String to) throws IOException {
        return http.post(V + "/orders/" + order + "/moves", manager, "{\"to\":\"" + to + "\"}")
                < 300;
    }

    private static String order(String id) {
        var dish = "dish-demo-miraflores-";
        var option = "option-demo-miraflores-";
        return "{\"order\":\""
                + id
                + "\",\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\""
                + dish
                + "ceviche-clasico\",\"quantity\":1,\"options\":[\""
                + option
                + "picante-regular\",\""
                + option
                + "tamano-personal\"]},{\"dish\":\""
                + dish
                + "chicha-morada\",\"quantity\":1,\"options\":[\""
                + option
                + "hielo-con\"]},{\"dish\":\""
                + dish
                + "inca-kola\",\"quantity\":2}]}";
    }
}
