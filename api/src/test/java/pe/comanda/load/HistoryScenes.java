package pe.comanda.load;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** What a long history costs: the same work on more and more of it, and reading it again. */
final class HistoryScenes {
    private static final List<String> REPLAYED =
            List.of("view-live", "view-stock", "view-books", "view-audit");
    private static final String CAUGHT_UP =
            "\"name\":\"%s\",\"running\":true,\"replaying\":false,\"caughtUp\":true,\"position\":(\\d+)";
    private final int port;
    private final double seconds;
    private final int grown;
    private final Till till;
    private final Readers readers;

    /**
     * @param grown how many orders the longest history has
     */
    HistoryScenes(int port, double seconds, int grown, Till till, Readers readers) {
        this.port = port;
        this.seconds = seconds;
        this.grown = grown;
        this.till = till;
        this.readers = readers;
    }

    /** Whatever an order costs with a thousand orders in the history, it should with many. */
    void growth() throws Exception {
        for (int orders = 1_000; orders < grown; orders *= 10) {
            measureWith(orders);
        }
        measureWith(grown);
    }

    private void measureWith(int orders) throws Exception {
        Measurement.of(
                "fill",
                port,
                16,
                3_600,
                (http, _, _) -> till.placed() >= orders ? 0 : till.life(http));
        readers.catchUp();
        System.out.println("with " + till.placed() + " orders in the history:");
        for (var name : List.of("menu", "place", "life", "board")) {
            System.out.println(
                    Measurement.of(name, port, 16, Math.max(3, seconds / 2), till.work(name)));
            readers.catchUp();
        }
    }

    /** Each view that is worth it, from its first event to the last one. */
    void replays() throws Exception {
        try (var http = new RawHttp(port)) {
            for (var view : REPLAYED) {
                replay(http, view);
            }
        }
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
}
