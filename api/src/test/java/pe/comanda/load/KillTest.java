package pe.comanda.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * The process is killed while documents stand at every step of their way to SUNAT; started again,
 * it brings each of them there, once. Takes two starts of the program, which is why it runs with
 * {@code ./mvnw -Pload verify -Dtest=KillTest} and not with the others; CutAtEachStepTest cuts
 * every single step, without a process.
 */
@Tag("load")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {
    private static final int PORT = Integer.getInteger("load.port", 18_080);
    private static final int DOCUMENTS = 40;
    private static final String[] SETTINGS = {
        "--comanda.sunat-timeout=4s", "--comanda.sunat-pace=0.2"
    };
    private static final Set<String> SETTLED = Set.of("ACCEPTED", "OBSERVED");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z_]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([BF][^\"]+)\"");
    private static final Pattern STARTED = Pattern.compile("\"kind\":\"AttemptStarted\"");

    @Test
    void whatever_step_a_document_was_at_it_arrives_once() throws Exception {
        var data = Program.folder("kill");
        var invoices = new ArrayList<String>();
        var before = new HashSet<String>();
        var first = Program.start(data, PORT, SETTINGS);
        try (var http = new RawHttp(PORT)) {
            var till = new Till(PORT);
            for (var fault :
                    List.of(
                            "TIME_OUT_AFTER_REGISTERING",
                            "CUT_BEFORE_REGISTERING",
                            "UNAVAILABLE")) {
                till.failing(http, fault, 3);
            }
            till.failing(http, "SLOW", 12);
            for (int i = 0; i < DOCUMENTS; i++) {
                var order = till.newOrder();
                assertThat(till.sell(http, order)).isTrue();
                var invoice = "invoice-kill-" + i;
                assertThat(till.bill(http, order, invoice)).isEqualTo(201);
                invoices.add(invoice);
            }
            for (var invoice : invoices) {
                before.add(till.status(http, invoice, STATUS));
            }
        } finally {
            first.kill();
        }
        assertThat(before)
                .as("steps at which it was killed")
                .contains("SENDING")
                .hasSizeGreaterThanOrEqualTo(3);
        try (var _ = Program.start(data, PORT, SETTINGS);
                var http = new RawHttp(PORT)) {
            arrive(http, new Till(PORT), invoices);
        }
    }

    private static void arrive(RawHttp http, Till till, List<String> invoices) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        var numbers = new HashSet<String>();
        for (var invoice : invoices) {
            while (!SETTLED.contains(till.status(http, invoice, STATUS))) {
                assertThat(System.nanoTime()).as(invoice + " " + http.body()).isLessThan(end);
                LockSupport.parkNanos(300_000_000);
            }
            numbers.add(till.status(http, invoice, NUMBER));
            till.timeline(http, invoice);
            assertThat(STARTED.matcher(http.body()).results().count()).isLessThan(10);
        }
        assertThat(numbers).as("no number twice").hasSize(invoices.size());
    }
}
