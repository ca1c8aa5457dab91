package pe.comanda.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** How soon screens hear of what happened. */
final class SocketScenes {
    private static final Pattern PATH = Pattern.compile("\"path\":\"([^\"]+)\"");
    private final int port;
    private final double seconds;
    private final Till till;

    SocketScenes(int port, double seconds, Till till) {
        this.port = port;
        this.seconds = seconds;
        this.till = till;
    }

    /** From a command until the screen has it, while others place 200 orders a second. */
    void screen() throws Exception {
        try (var swarm = new Swarm();
                var http = new RawHttp(port)) {
            swarm.open(port, ticket(http));
            settle(swarm);
            var seen = new ArrayList<Long>();
            long began = System.nanoTime();
            var others = new AtomicLong();
            var crowd =
                    Thread.ofPlatform()
                            .start(() -> steadily(began, (long) (seconds * 1e9), others));
            while (System.nanoTime() - began < seconds * 1e9) {
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
                    others.get() / seconds,
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
    void sockets(int clients) throws Exception {
        try (var swarm = new Swarm();
                var http = new RawHttp(port)) {
            for (int i = 0; i < clients; i++) {
                swarm.open(port, ticket(http));
            }
            settle(swarm);
            told(http, swarm, clients);
        }
    }

    private void told(RawHttp http, Swarm swarm, int clients) throws IOException {
        int rounds = 20;
        var latencies = new long[rounds];
        long began = System.nanoTime();
        long before = swarm.frames();
        for (int i = 0; i < rounds; i++) {
            long heard = swarm.frames();
            long sent = System.nanoTime();
            till.place(http, till.newOrder());
            while (swarm.frames() < heard + clients && System.nanoTime() - sent < 10_000_000_000L) {
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
}
