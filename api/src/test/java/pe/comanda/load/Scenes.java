package pe.comanda.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * What is measured, on a program that runs already with the demo restaurant. Settings are system
 * properties: {@code load.scenes} names some of them ({@code
 * menu,place,move,life,board,screen,sockets,replay,growth,documents,sagas,recovery}), {@code
 * load.seconds} is how long each takes, {@code load.connections} how many tills there are at once,
 * {@code load.orders} how far {@code growth} fills the history, {@code load.warm-up} how many
 * seconds come before the clock, {@code load.clients} how many sockets listen, {@code load.sagas}
 * how many boletas {@code sagas} brings to SUNAT's stand-in, {@code load.documents} how many wait
 * when {@code recovery} ends an outage of it.
 */
public final class Scenes {
    private static final double SECONDS = Integer.getInteger("load.seconds", 10);
    private static final double WARM_UP = Integer.getInteger("load.warm-up", 120);
    private static final int GROWN = Integer.getInteger("load.orders", 20_000);
    private static final List<String> SCENES =
            List.of(
                    System.getProperty(
                                    "load.scenes",
                                    "menu,place,move,life,board,screen,sockets,replay,growth,documents,sagas,recovery")
                            .split(","));
    private static final int[] CONNECTIONS = numbers("load.connections", "1,16,64");
    private static final int[] CLIENTS = numbers("load.clients", "500,2000,5000");
    private static final Pattern PATH = Pattern.compile("\"path\":\"([^\"]+)\"");
    private static final Pattern BEHIND = Pattern.compile("\"behind\":(\\d+)");
    private static final String CAUGHT_UP =
            "\"name\":\"%s\",\"running\":true,\"replaying\":false,\"caughtUp\":true,\"position\":(\\d+)";
    private static final List<String> REPLAYED =
            List.of("view-live", "view-stock", "view-books", "view-audit");
    private final int port;
    private final Till till;

    private Scenes(int port) throws IOException {
        this.port = port;
        this.till = new Till(port);
    }

    /**
     * @param port where the program listens on this machine
     */
    public static void main(String... port) throws Exception {
        new Scenes(Integer.parseInt(port[0])).play();
    }

    private void play() throws Exception {
        try (var http = new RawHttp(port)) {
            till.fillStock(http);
            warmUp();
            // Before thousands of orders are open: each client begins with all of them.
            if (SCENES.contains("sockets")) {
                for (int clients : CLIENTS) {
                    sockets(http, clients);
                }
            }
            for (int connections : CONNECTIONS) {
                readsAndWrites(connections);
            }
            if (SCENES.contains("screen")) {
                screen();
            }
            if (SCENES.contains("growth")) {
                growth();
            }
            if (SCENES.contains("replay")) {
                // The first connection has been idle for longer than the program keeps one.
                try (var fresh = new RawHttp(port)) {
                    for (var view : REPLAYED) {
                        replay(fresh, view);
                    }
                }
            }
            new FiscalScenes(port, SECONDS, till).play(SCENES);
        }
    }

    /**
     * So that what is measured is compiled. Two tills that take a breath: the compiler needs the
     * cores as much as they do, and where requests take all of them it gets a small share only.
     */
    private void warmUp() throws Exception {
        for (double seconds = 0; seconds < WARM_UP; seconds += 6) {
            for (var name : List.of("menu", "life", "board")) {
                var work = work(name);
                Measurement.of(
                        name,
                        port,
                        2,
                        2,
                        (http, worker, turn) -> {
                            LockSupport.parkNanos(1_000_000);
                            return work.run(http, worker, turn);
                        });
            }
        }
        behind();
    }

    private void readsAndWrites(int connections) throws Exception {
        scene("menu", connections, (http, _, _) -> Till.ok(till.menu(http)));
        scene("place", connections, (http, _, _) -> Till.ok(till.place(http, till.newOrder())));
        if (SCENES.contains("move")) {
            move(connections);
        }
        scene("life", connections, (http, _, _) -> till.life(http));
        scene("board", connections, (http, _, _) -> Till.ok(till.board(http)));
    }

    private void scene(String name, int connections, Measurement.Work work) throws Exception {
        if (SCENES.contains(name)) {
            Measurement.of(name, port, connections, Math.max(2, SECONDS / 4), work);
            System.out.println(Measurement.of(name, port, connections, SECONDS, work));
            behind();
        }
    }

    /** Orders that were confirmed before the clock started; only their moves are timed. */
    private void move(int connections) throws Exception {
        var waiting = new ConcurrentLinkedQueue<String>();
        int enough = (int) (SECONDS * 800) + 200;
        Measurement.of(
                "confirm",
                port,
                16,
                600,
                (http, _, _) -> {
                    var order = till.newOrder();
                    till.place(http, order);
                    till.confirm(http, order);
                    waiting.add(order);
                    return waiting.size() >= enough ? 0 : 2;
                });
        behind();
        System.out.println(
                Measurement.of(
                        "move",
                        port,
                        connections,
                        SECONDS,
                        (http, _, _) -> {
                            var order = waiting.poll();
                            return order == null ? 0 : till.moves(http, order);
                        }));
        behind();
        Measurement.of(
                "tidy",
                port,
                16,
                600,
                (http, _, _) -> {
                    var order = waiting.poll();
                    return order == null ? 0 : till.moves(http, order);
                });
    }

    /**
     * How far the readers of the log (views, lookups, policies, sagas) are behind right after the
     * last request, and how long they need until all have read everything.
     */
    private void behind() throws Exception {
        try (var http = new RawHttp(port)) {
            long began = System.nanoTime();
            long atOnce = farthestBehind(http);
            long behind = atOnce;
            while (behind > 0 && System.nanoTime() - began < 120_000_000_000L) {
                LockSupport.parkNanos(100_000_000);
                behind = farthestBehind(http);
            }
            double took = (System.nanoTime() - began) / 1e9;
            if (took > 0.5) {
                System.out.printf(
                        Locale.ROOT,
                        "    the slowest reader was %d events behind; all were through after %.1f s%s%n",
                        atOnce,
                        took,
                        behind > 0 ? ", except for " + behind + " events" : "");
            }
        }
    }

    private long farthestBehind(RawHttp http) throws IOException {
        till.processors(http);
        return BEHIND.matcher(http.body())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    /** From a command until the screen has it, while others place 200 orders a second. */
    private void screen() throws Exception {
        try (var swarm = new Swarm();
                var http = new RawHttp(port)) {
            swarm.open(port, ticket(http));
            settle(swarm);
            var seen = new ArrayList<Long>();
            long began = System.nanoTime();
            var others = new AtomicLong();
            var crowd =
                    Thread.ofPlatform()
                            .start(() -> steadily(began, (long) (SECONDS * 1e9), others));
            while (System.nanoTime() - began < SECONDS * 1e9) {
                var order = till.newOrder();
                long sent = System.nanoTime();
                swarm.listenFor(order);
                till.place(http, order);
                seen.add(swarm.heardAfter(sent));
                LockSupport.parkNanos(20_000_000);
            }
            crowd.join();
            var sorted = seen.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "screen: command to socket at %.0f orders/s: p50 %.1f ms, p99 %.1f ms, worst %.1f ms (%d)%n",
                    others.get() / SECONDS,
                    Measurement.at(sorted, 0.50),
                    Measurement.at(sorted, 0.99),
                    Measurement.at(sorted, 1),
                    sorted.length);
        }
    }

    private void steadily(long began, long length, AtomicLong placed) {
        try (var http = new RawHttp(port)) {
            for (long next = began; next < began + length; next += 5_000_000) {
                LockSupport.parkNanos(next - System.nanoTime());
                till.place(http, till.newOrder());
                placed.incrementAndGet();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How long it takes from a command until the last of many sockets has heard of it. */
    private void sockets(RawHttp http, int clients) throws Exception {
        try (var swarm = new Swarm()) {
            for (int i = 0; i < clients; i++) {
                swarm.open(port, ticket(http));
            }
            settle(swarm);
            int rounds = 20;
            var latencies = new long[rounds];
            long began = System.nanoTime();
            long before = swarm.frames();
            for (int i = 0; i < rounds; i++) {
                long heard = swarm.frames();
                long sent = System.nanoTime();
                till.place(http, till.newOrder());
                while (swarm.frames() < heard + clients
                        && System.nanoTime() - sent < 10_000_000_000L) {
                    LockSupport.parkNanos(200_000);
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

    private String ticket(RawHttp http) throws IOException {
        till.ticket(http);
        return Till.found(PATH, http.body());
    }

    private static void settle(Swarm swarm) {
        long seen = -1;
        while (seen != swarm.frames()) {
            seen = swarm.frames();
            LockSupport.parkNanos(2_000_000_000L);
        }
    }

    /** The same work on a short and on a long history. */
    private void growth() throws Exception {
        while (true) {
            long orders = till.placed();
            System.out.println("with " + orders + " orders in the history:");
            var before = new ArrayList<>(List.of("menu", "place", "life", "board"));
            for (var name : before) {
                System.out.println(
                        Measurement.of(name, port, 16, Math.max(3, SECONDS / 2), work(name)));
                behind();
            }
            if (orders >= GROWN) {
                return;
            }
            Measurement.of(
                    "fill",
                    port,
                    16,
                    3_600,
                    (http, _, _) -> till.placed() >= GROWN ? 0 : till.life(http));
            behind();
        }
    }

    private Measurement.Work work(String name) {
        return switch (name) {
            case "menu" -> (http, _, _) -> Till.ok(till.menu(http));
            case "place" -> (http, _, _) -> Till.ok(till.place(http, till.newOrder()));
            case "life" -> (http, _, _) -> till.life(http);
            default -> (http, _, _) -> Till.ok(till.board(http));
        };
    }

    private void replay(RawHttp http, String view) throws Exception {
        var caughtUp = Pattern.compile(CAUGHT_UP.formatted(view));
        long began = System.nanoTime();
        till.replay(http, view);
        long end = began + TimeUnit.MINUTES.toNanos(10);
        while (System.nanoTime() < end) {
            till.processors(http);
            var found = caughtUp.matcher(http.body());
            if (found.find()) {
                double took = (System.nanoTime() - began) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "replay of %s: %s events in %.1f s, %.0f /s%n",
                        view,
                        found.group(1),
                        took,
                        Long.parseLong(found.group(1)) / took);
                return;
            }
            LockSupport.parkNanos(200_000_000);
        }
        System.out.println("replay of " + view + ": not done within ten minutes");
    }

    private static int[] numbers(String property, String otherwise) {
        return Arrays.stream(System.getProperty(property, otherwise).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
