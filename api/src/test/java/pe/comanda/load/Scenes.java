package pe.comanda.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * What is measured, on a program that runs already with the demo restaurant. Settings are system
 * properties: {@code load.scenes} names some of them ({@code
 * menu,place,move,life,board,screen,sockets,replay,growth,documents,sagas,recovery}), {@code
 * load.seconds} is how long each takes, {@code load.connections} how many tills there are at once,
 * {@code load.orders} how far {@code growth} fills the history (from 1,000 on, tenfold each time),
 * {@code load.warm-up} how many seconds come before the clock, {@code load.clients} how many
 * sockets listen, {@code load.sagas} how many boletas {@code sagas} brings to SUNAT's stand-in,
 * {@code load.documents} how many wait when {@code recovery} ends an outage of it.
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
    private final int port;
    private final Till till;
    private final Readers readers;
    private final SocketScenes sockets;
    private final HistoryScenes history;

    private Scenes(int port) throws IOException {
        this.port = port;
        this.till = new Till(port);
        this.readers = new Readers(port, till);
        this.sockets = new SocketScenes(port, SECONDS, till);
        this.history = new HistoryScenes(port, SECONDS, GROWN, till, readers);
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
        }
        warmUp();
        // Before thousands of orders are open: each client begins with all of them.
        if (SCENES.contains("sockets")) {
            for (int clients : CLIENTS) {
                sockets.sockets(clients);
            }
        }
        for (int connections : CONNECTIONS) {
            readsAndWrites(connections);
        }
        if (SCENES.contains("screen")) {
            sockets.screen();
        }
        if (SCENES.contains("growth")) {
            history.growth();
        }
        if (SCENES.contains("replay")) {
            history.replays();
        }
        new FiscalScenes(port, SECONDS, till).play(SCENES);
    }

    /**
     * So that what is measured is compiled. Two tills that take a breath: the compiler needs the
     * cores as much as they do, and where requests take all of them it gets a small share only.
     */
    private void warmUp() throws Exception {
        for (double seconds = 0; seconds < WARM_UP; seconds += 6) {
            for (var name : List.of("menu", "life", "board")) {
                var work = till.work(name);
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
        readers.catchUp();
    }

    private void readsAndWrites(int connections) throws Exception {
        scene("menu", connections);
        scene("place", connections);
        if (SCENES.contains("move")) {
            move(connections);
        }
        scene("life", connections);
        scene("board", connections);
    }

    private void scene(String name, int connections) throws Exception {
        if (SCENES.contains(name)) {
            var work = till.work(name);
            Measurement.of(name, port, connections, Math.max(2, SECONDS / 4), work);
            System.out.println(Measurement.of(name, port, connections, SECONDS, work));
            readers.catchUp();
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
        readers.catchUp();
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
        readers.catchUp();
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

    private static int[] numbers(String property, String otherwise) {
        return Arrays.stream(System.getProperty(property, otherwise).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
