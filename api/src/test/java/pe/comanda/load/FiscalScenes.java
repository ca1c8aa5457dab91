package pe.comanda.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What is measured of documents on their way to SUNAT's stand-in, and of an outage of it. */
final class FiscalScenes {
    private static final int SAGAS = Integer.getInteger("load.sagas", 500);
    private static final int WAITING = Integer.getInteger("load.documents", 10_000);
    private static final int CONNECTIONS = 16;

    /** Between two orders of the one till whose latency is told: fifty a second. */
    private static final long PACE = 20_000_000;

    private static final Set<String> DONE = Set.of("ACCEPTED", "OBSERVED");

    /** Signed, and on their way or waiting for their turn. */
    private static final Set<String> OPEN =
            Set.of("SIGNED", "SENDING", "ASKING", "WAITING", "UNCERTAIN");

    private static final long MINUTE = 60_000_000_000L;

    /** As many as can be armed at once; while SUNAT is sick one document a minute or two tries. */
    private static final int MOST_FAULTS = 1_000;

    private final int port;
    private final double seconds;
    private final Till till;

    FiscalScenes(int port, double seconds, Till till) {
        this.port = port;
        this.seconds = seconds;
        this.till = till;
    }

    void play(List<String> scenes) throws Exception {
        if (scenes.contains("documents")) {
            DocumentsScene.play(seconds);
        }
        if (scenes.contains("sagas")) {
            sagas();
        }
        if (scenes.contains("recovery")) {
            recovery();
        }
    }

    /** Paid orders get a boleta each; the clock stops when the stand-in has accepted the last. */
    private void sagas() throws Exception {
        till.signIn();
        var orders = paid(SAGAS);
        try (var http = new RawHttp(port)) {
            int before = till.documents(http, DONE);
            long began = System.nanoTime();
            issue(orders);
            double issued = (System.nanoTime() - began) / 1e9;
            until(http, DONE, before + SAGAS, 15 * MINUTE);
            double took = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "sagas: %d boletas issued in %.1f s, accepted in %.1f s: %.1f /s%n",
                    SAGAS,
                    issued,
                    took,
                    SAGAS / took);
        }
    }

    /**
     * SUNAT is away, documents wait, SUNAT comes back; one till orders before, meanwhile and after.
     */
    private void recovery() throws Exception {
        till.signIn();
        var orders = paid(WAITING);
        till.signIn();
        tell("recovery: orders before", place(seconds, () -> false));
        try (var http = new RawHttp(port)) {
            int before = till.documents(http, DONE);
            int open = till.documents(http, OPEN);
            till.failing(http, "UNAVAILABLE", MOST_FAULTS);
            try {
                issue(orders);
                until(http, OPEN, open + WAITING, 30 * MINUTE);
                tell("recovery: orders while they wait", place(seconds, () -> false));
            } finally {
                calm();
            }
            till.signIn();
            long began = System.nanoTime();
            long[] first = {0};
            var during =
                    place(
                            3_600,
                            () -> {
                                int accepted = accepted();
                                if (accepted > before && first[0] == 0) {
                                    first[0] = System.nanoTime() - began;
                                }
                                return accepted >= before + WAITING;
                            });
            double took = (System.nanoTime() - began) / 1e9;
            double waited = first[0] / 1e9;
            tell("recovery: orders meanwhile", during);
            tell("recovery: orders after", place(seconds, () -> false));
            System.out.printf(
                    Locale.ROOT,
                    "recovery: %d documents accepted %.1f s after the outage; the first after %.1f s, then %.1f /s%n",
                    WAITING,
                    took,
                    waited,
                    WAITING / (took - waited));
        }
    }

    /** On a connection of its own: an idle one may be closed by now. */
    private void calm() throws IOException {
        try (var http = new RawHttp(port)) {
            till.calm(http);
        }
    }

    private int accepted() throws IOException {
        try (var http = new RawHttp(port)) {
            return till.documents(http, DONE);
        }
    }

    /** Whether enough has been seen; asked each second. */
    private interface Enough {
        boolean is() throws IOException;
    }

    /** One till, fifty orders a second; latency counts from the moment at which it was to order. */
    private long[] place(double atMost, Enough enough) throws IOException {
        var latencies = new long[1 << 12];
        int count = 0;
        long began = System.nanoTime();
        long next = began;
        long look = began + 1_000_000_000L;
        try (var http = new RawHttp(port)) {
            while (System.nanoTime() - began < atMost * 1e9) {
                LockSupport.parkNanos(next - System.nanoTime());
                till.place(http, till.newOrder());
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, count * 2);
                }
                latencies[count++] = System.nanoTime() - next;
                next += PACE;
                if (System.nanoTime() > look) {
                    if (enough.is()) {
                        break;
                    }
                    look = System.nanoTime() + 1_000_000_000L;
                    // Looking took time that is not the orders'.
                    next = Math.max(next, System.nanoTime());
                }
            }
        }
        return Arrays.stream(latencies, 0, count).sorted().toArray();
    }

    private static void tell(String what, long[] sorted) {
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p99 %.1f ms, worst %.1f ms (%d)%n",
                what,
                Measurement.at(sorted, 0.50),
                Measurement.at(sorted, 0.99),
                Measurement.at(sorted, 1),
                sorted.length);
    }

    private ConcurrentLinkedQueue<String> paid(int wanted) throws Exception {
        var orders = new ConcurrentLinkedQueue<String>();
        var begun = new AtomicInteger();
        var unused =
                Measurement.of(
                        "paid",
                        port,
                        CONNECTIONS,
                        3_600,
                        (http, _, _) -> {
                            if (begun.incrementAndGet() > wanted) {
                                return 0;
                            }
                            var order = till.newOrder();
                            if (!till.sell(http, order)) {
                                throw new IllegalStateException(http.body());
                            }
                            orders.add(order);
                            return 2;
                        });
        return orders;
    }

    private void issue(ConcurrentLinkedQueue<String> orders) throws Exception {
        var result =
                Measurement.of(
                        "boletas",
                        port,
                        CONNECTIONS,
                        3_600,
                        (http, _, _) -> {
                            var order = orders.poll();
                            return order == null ? 0 : Till.ok(till.bill(http, order));
                        });
        System.out.println(result);
    }

    private void until(RawHttp http, Set<String> statuses, int documents, long patience)
            throws IOException {
        long end = System.nanoTime() + patience;
        while (till.documents(http, statuses) < documents) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Only " + till.documents(http, statuses) + " are " + statuses);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }
}
