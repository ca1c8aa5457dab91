package pe.comanda.load;

import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.command.invoicing.sunat.ZipFiles;
import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalAmounts;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.IssuerAddress;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.shared.Money;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What is measured of invoicing: documents, their way to SUNAT's stand-in, and an outage. */
final class FiscalScenes {
    private static final int SAGAS = Integer.getInteger("load.sagas", 500);
    private static final int WAITING = Integer.getInteger("load.documents", 10_000);
    private static final int CONNECTIONS = 8;

    /** Between two orders of the one till whose latency is told: fifty a second. */
    private static final long PACE = 20_000_000;

    private static final Set<String> DONE = Set.of("ACCEPTED", "OBSERVED");

    /** Signed, and on their way or waiting for their turn. */
    private static final Set<String> OPEN =
            Set.of("SIGNED", "SENDING", "ASKING", "WAITING", "UNCERTAIN");

    private static final long MINUTE = 60_000_000_000L;

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
            documents();
        }
        if (scenes.contains("sagas")) {
            sagas();
        }
        if (scenes.contains("recovery")) {
            recovery();
        }
    }

    /**
     * Boletas of three lines, built, signed and zipped in this process; no network, no database.
     */
    private void documents() throws Exception {
        var key = StandInKey.named("CN=La Huaca", Instant.now());
        int threads = Runtime.getRuntime().availableProcessors();
        var made = new AtomicInteger();
        long end = System.nanoTime() + (long) (seconds * 1.25e9);
        long clock = System.nanoTime() + (long) (seconds * 0.25e9);
        var workers =
                IntStream.range(0, threads)
                        .mapToObj(_ -> Thread.ofPlatform().start(() -> make(key, clock, end, made)))
                        .toList();
        for (var worker : workers) {
            worker.join();
        }
        System.out.printf(
                Locale.ROOT,
                "documents: built, signed and zipped on %d threads: %.0f /s%n",
                threads,
                made.get() / seconds);
    }

    private static void make(SigningKey key, long clock, long end, AtomicInteger made) {
        while (System.nanoTime() < end) {
            var xml = UblWriter.write(boleta(made.get() + 1));
            var zip = ZipFiles.zip("a.xml", XmlSigner.sign(xml, key).xml());
            if (zip.length > 0 && System.nanoTime() >= clock) {
                made.incrementAndGet();
            }
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

    /** SUNAT is away, documents wait, SUNAT comes back; meanwhile orders are placed. */
    private void recovery() throws Exception {
        till.signIn();
        var orders = paid(WAITING);
        till.signIn();
        try (var http = new RawHttp(port)) {
            int before = till.documents(http, DONE);
            int open = till.documents(http, OPEN);
            till.failing(http, "UNAVAILABLE", 1_000_000);
            try {
                issue(orders);
                until(http, OPEN, open + WAITING, 15 * MINUTE);
                tell("recovery: orders while they wait", place(seconds, () -> false));
            } finally {
                calm();
            }
            till.signIn();
            long began = System.nanoTime();
            var first = new AtomicInteger();
            var during =
                    place(
                            3_600,
                            () -> {
                                int accepted = accepted();
                                if (accepted > before) {
                                    first.compareAndSet(
                                            0, (int) ((System.nanoTime() - began) / 1_000_000));
                                }
                                return accepted >= before + WAITING;
                            });
            double took = (System.nanoTime() - began) / 1e9;
            tell("recovery: orders meanwhile", during);
            System.out.printf(
                    Locale.ROOT,
                    "recovery: %d documents accepted %.1f s after the outage, the first after %.1f s: %.1f /s%n",
                    WAITING,
                    took,
                    first.get() / 1e3,
                    WAITING / took);
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

    private static FiscalDocument boleta(int number) {
        var at = LocalDateTime.of(2026, 11, 21, 13, 5, 10);
        var lines =
                List.of(
                        SoldItem.of("P01", "Ceviche", 2, Money.of("42.00"), Affectation.TAXED),
                        SoldItem.of("B01", "Chicha", 1, Money.of("9.00"), Affectation.TAXED),
                        SoldItem.of("B02", "Inca Kola", 2, Money.of("7.00"), Affectation.TAXED));
        var sale = Sale.of(at.toLocalDate(), new BigDecimal("0.105"), lines);
        return new FiscalDocument(
                new Issuer(
                        new Ruc("20100066603"),
                        "LA HUACA S.A.C.",
                        "La Huaca",
                        new IssuerAddress("150122", "LIMA", "LIMA", "MIRAFLORES", "CALLE BERLIN 1"),
                        "0000"),
                DocumentType.BOLETA,
                DocumentNumber.of("B001", number),
                at,
                "PEN",
                sale.rate(),
                Buyer.ANONYMOUS,
                FiscalAmounts.of(sale),
                PaymentTerms.AT_ONCE,
                null);
    }
}
