package pe.comanda.load;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Starts the program in a process of its own on an empty folder and prints how fast it is. Figures
 * decide nothing here: they are read by people. Run with {@code ./mvnw -Pload verify}; {@code
 * -Dload.seconds} sets how long each measurement takes.
 */
@Tag("load")
class LoadTest {
    private static final int PORT = Integer.getInteger("load.port", 18_080);
    private static final double SECONDS = Integer.getInteger("load.seconds", 10);
    private static final String V = "/api/v1";
    private static final String BRANCH = "branch-demo-miraflores";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("\"path\":\"([^\"]+)\"");
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis());

    @Test
    void print_how_fast_it_is() throws Exception {
        var program = start();
        try (var http = new RawHttp(ready(program))) {
            var admin = login(http, "admin");
            var cashier = login(http, "gerente");
            fillStock(http, admin);
            for (int connections : new int[] {1, 16, 64}) {
                print(
                        "menu",
                        connections,
                        (h, _, _) -> ok(h.get(V + "/branches/" + BRANCH + "/menu", cashier)));
                print(
                        "place a three-line order",
                        connections,
                        (h, _, _) ->
                                ok(
                                        h.post(
                                                V + "/branches/" + BRANCH + "/orders",
                                                cashier,
                                                order("order-load-" + ids.incrementAndGet()))));
                print("life of an order, stock taken", connections, (h, _, _) -> life(h, cashier));
                print(
                        "kitchen board",
                        connections,
                        (h, _, _) ->
                                ok(h.get(V + "/branches/" + BRANCH + "/kitchen/board", cashier)));
            }
            for (int clients : new int[] {500, 2_000, 5_000}) {
                sockets(http, cashier, clients);
            }
            replay(http, login(http, "plataforma"));
        } finally {
            program.destroy();
            if (!program.waitFor(40, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        }
    }

    private static Process start() throws IOException {
        var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "load");
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        "pe.comanda.ComandaApplication",
                        "--server.port=" + PORT,
                        "--comanda.data=" + data,
                        "--comanda.super-admin.email=plataforma@demo.pe",
                        "--comanda.super-admin.password=ceviche-de-demo")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "load.log").toFile())
                .start();
    }

    private static int ready(Process program) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (System.nanoTime() < end && program.isAlive()) {
            if (Files.readString(Path.of("target", "load.log")).contains("is open")) {
                return PORT;
            }
            pause(500_000);
        }
        throw new IllegalStateException("The program did not start: see target/load.log");
    }

    private static String login(RawHttp http, String who) throws IOException {
        http.post(
                V + "/auth/login",
                "",
                "{\"email\":\"" + who + "@demo.pe\",\"password\":\"ceviche-de-demo\"}");
        return found(TOKEN, http.body());
    }

    private static void fillStock(RawHttp http, String admin) throws IOException {
        for (var item :
                new String[] {
                    "pescado",
                    "limon",
                    "cebolla",
                    "aji-limo",
                    "culantro",
                    "camote",
                    "choclo",
                    "maiz-morado",
                    "azucar",
                    "inka-cola"
                }) {
            http.post(
                    V
                            + "/branches/"
                            + BRANCH
                            + "/inventory/items/stock-demo-miraflores-"
                            + item
                            + "/counts",
                    admin,
                    "{\"counted\":\"9000000\",\"reason\":\"Prueba de carga\"}");
        }
    }

    private void print(String name, int connections, Measurement.Work work) throws Exception {
        Measurement.of(name, PORT, connections, Math.max(2, SECONDS / 4), work);
        System.out.println(Measurement.of(name, PORT, connections, SECONDS, work));
    }

    private static int ok(int status) {
        return status < 300 ? 1 : -1;
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

    private int life(RawHttp http, String token) throws IOException {
        var id = "order-load-" + ids.incrementAndGet();
        var path = V + "/orders/" + id;
        boolean fine =
                http.post(V + "/branches/" + BRANCH + "/orders", token, order(id)) < 300
                        && http.post(path + "/confirmation", token, "{}") < 300
                        && http.post(path + "/moves", token, "{\"to\":\"PREPARING\"}") < 300
                        && http.post(path + "/moves", token, "{\"to\":\"READY\"}") < 300
                        && http.post(path + "/moves", token, "{\"to\":\"SERVED\"}") < 300
                        && http.post(path + "/payments", token, "{\"method\":\"CARD\"}") < 300;
        return fine ? 6 : -6;
    }

    /** How long it takes from a command until the last of many sockets has heard of it. */
    private void sockets(RawHttp http, String token, int clients) throws Exception {
        try (var swarm = new Swarm()) {
            for (int i = 0; i < clients; i++) {
                http.post(V + "/live/tickets", token, "{\"branch\":\"" + BRANCH + "\"}");
                swarm.open(PORT, found(TICKET, http.body()));
            }
            swarm.start();
            settle(swarm);
            int rounds = 20;
            var latencies = new long[rounds];
            long began = System.nanoTime();
            long before = swarm.frames();
            for (int i = 0; i < rounds; i++) {
                long heard = swarm.frames();
                long sent = System.nanoTime();
                http.post(
                        V + "/branches/" + BRANCH + "/orders",
                        token,
                        order("order-load-" + ids.incrementAndGet()));
                while (swarm.frames() < heard + clients
                        && System.nanoTime() - sent < 10_000_000_000L) {
                    pause(200);
                }
                latencies[i] = swarm.lastAt() - sent;
            }
            double took = (System.nanoTime() - began) / 1e9;
            Arrays.sort(latencies);
            System.out.printf(
                    Locale.ROOT,
                    "sockets %-5d command to the last screen: p50 %.1f ms, worst %.1f ms; %.0f messages/s; cut off %d%n",
                    clients,
                    latencies[rounds / 2] / 1e6,
                    latencies[rounds - 1] / 1e6,
                    (swarm.frames() - before) / took,
                    swarm.closedByServer());
        }
    }

    private static void settle(Swarm swarm) {
        long seen = -1;
        while (seen != swarm.frames()) {
            seen = swarm.frames();
            pause(2_000_000);
        }
    }

    private void replay(RawHttp http, String admin) throws Exception {
        long began = System.nanoTime();
        http.post(V + "/operations/processors/view-live/replay", admin, "{}");
        long end = began + TimeUnit.MINUTES.toNanos(5);
        var caughtUp =
                Pattern.compile(
                        "\"name\":\"view-live\",\"running\":true,\"replaying\":false,\"caughtUp\":true,\"position\":(\\d+)");
        while (System.nanoTime() < end) {
            http.get(V + "/operations/processors", admin);
            var found = caughtUp.matcher(http.body());
            if (found.find()) {
                double took = (System.nanoTime() - began) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "replay of view-live: %s positions in %.1f s, %.0f /s%n",
                        found.group(1),
                        took,
                        Long.parseLong(found.group(1)) / took);
                return;
            }
            pause(200_000);
        }
        System.out.println("replay of view-live: not done within five minutes");
    }

    private static void pause(long micros) {
        LockSupport.parkNanos(micros * 1_000);
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Not found in " + text);
        }
        return matcher.group(1);
    }
}
