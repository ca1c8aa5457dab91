package pe.comanda.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the same work on some connections for some seconds and tells throughput and latency. */
final class Measurement {
    private Measurement() {}

    /**
     * One worker's work: answers how many requests it made, negative where one failed, 0 where
     * nothing is left to do.
     */
    interface Work {
        int run(RawHttp http, int worker, int turn) throws Exception;
    }

    record Result(
            String name,
            int connections,
            double perSecond,
            double p50,
            double p99,
            double worst,
            long failures) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-34s c=%-3d %9.0f /s   p50 %7.1f ms   p99 %7.1f ms   worst %7.1f ms%s",
                    name,
                    connections,
                    perSecond,
                    p50,
                    p99,
                    worst,
                    failures == 0 ? "" : "   FAILURES " + failures);
        }
    }

    static Result of(String name, int port, int connections, double seconds, Work work)
            throws Exception {
        var start = new CountDownLatch(1);
        var requests = new AtomicLong();
        var failures = new AtomicLong();
        var broken = new AtomicReference<Throwable>();
        var latencies = new long[connections][];
        var threads = new Thread[connections];
        var end = new AtomicLong();
        for (int w = 0; w < connections; w++) {
            int worker = w;
            threads[w] =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        var mine = new long[1 << 12];
                                        int turns = 0;
                                        try (var http = new RawHttp(port)) {
                                            start.await();
                                            while (System.nanoTime() < end.get()) {
                                                long before = System.nanoTime();
                                                int made = work.run(http, worker, turns);
                                                if (made == 0) {
                                                    break;
                                                }
                                                if (made < 0) {
                                                    failures.incrementAndGet();
                                                    made = -made;
                                                }
                                                requests.addAndGet(made);
                                                if (turns == mine.length) {
                                                    mine = Arrays.copyOf(mine, turns * 2);
                                                }
                                                mine[turns++] = (System.nanoTime() - before) / made;
                                            }
                                        } catch (Exception e) {
                                            broken.compareAndSet(null, e);
                                        }
                                        latencies[worker] = Arrays.copyOf(mine, turns);
                                    });
        }
        long began = System.nanoTime();
        end.set(began + (long) (seconds * 1e9));
        start.countDown();
        for (var thread : threads) {
            thread.join();
        }
        if (broken.get() != null) {
            throw new IllegalStateException(name + " broke", broken.get());
        }
        double took = (System.nanoTime() - began) / 1e9;
        var all = Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(
                name,
                connections,
                requests.get() / took,
                at(all, 0.50),
                at(all, 0.99),
                at(all, 1),
                failures.get());
    }

    static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }
}
