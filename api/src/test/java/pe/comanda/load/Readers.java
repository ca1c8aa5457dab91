package pe.comanda.load;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The readers of the log (views, lookups, policies, sagas), and how far they are behind. */
final class Readers {
    private static final Pattern BEHIND = Pattern.compile("\"behind\":(\\d+)");
    private final int port;
    private final Till till;

    Readers(int port, Till till) {
        this.port = port;
        this.till = till;
    }

    /**
     * Prints how far they are behind right after the last request, and how long they need until all
     * have read everything.
     */
    void catchUp() throws IOException {
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
}
