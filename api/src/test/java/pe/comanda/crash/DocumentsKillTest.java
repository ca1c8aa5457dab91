package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Billing.V;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import pe.comanda.story.Billing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The process is killed for real ({@code kill -9}) while documents stand still at every step of
 * their way to SUNAT: each is held at its own by a {@link Freezer}. Started again, the program
 * brings each of them there, once, under its number and with the bytes that were signed. Takes four
 * starts, which is why it runs with {@code ./mvnw -Pload verify -Dtest=DocumentsKillTest};
 * CutAtEachStepTest cuts the same steps without a process.
 */
@Tag("load")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsKillTest {
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final String SUNAT = V + "/organization/sunat";

    /** On its way by itself; each holds one of the six places that there are at SUNAT's door. */
    private static final List<String> SUBMISSION =
            List.of(
                    "before StartAttempt",
                    "after StartAttempt",
                    "after send",
                    "InvoiceFiles CDR",
                    "in RecordOutcome");

    private static final List<String> BUILDING =
            List.of("before BuildInvoice", "in BuildInvoice", "after BuildInvoice");

    /** A notice of voiding (RA), whose answer is a ticket. */
    private static final List<String> VOIDING =
            List.of(
                    "in BuildSummary",
                    "after StartSummaryAttempt",
                    "after sendSummary",
                    "after ticket",
                    "SummaryFiles CDR",
                    "after RecordVoid",
                    // Last: as long as a file has no number, none gets the next.
                    "in IssueSummary");

    private final List<String> facturas = new ArrayList<>();
    private final List<String> voided = new ArrayList<>();
    private Path folder;
    private Freezer freezer;
    private OwnProcess program;
    private Billing shop;
    private Afterwards afterwards;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "documents");
        freezer = new Freezer(folder);
        program =
                new OwnProcess(
                        folder.resolve("data"),
                        "-D" + FrozenProgram.FOLDER + "=" + folder,
                        FrozenProgram.class.getName());
        start();
        program.awaitLine("is open");
    }

    @AfterEach
    void close() throws Exception {
        program.close();
    }

    @Test
    void whatever_step_a_document_is_at_it_arrives_once_with_its_number_and_its_bytes()
            throws Exception {
        for (int i = 0; i < VOIDING.size(); i++) {
            voided.add(accepted(issue(shop.paid())));
        }
        // Paid beforehand, for when nothing more is decided.
        var others = IntStream.range(0, 3).mapToObj(_ -> shop.paid()).toList();

        SUBMISSION.forEach(point -> held(point, () -> issue(shop.paid())));
        BUILDING.forEach(point -> held(point, () -> issue(shop.paid())));
        for (int i = 0; i < VOIDING.size(); i++) {
            var document = voided.get(i);
            held(VOIDING.get(i), () -> shop.voided(document));
        }
        shop.fault("TIME_OUT_AFTER_REGISTERING", "");
        var unanswered = issue(shop.paid());
        await().atMost(SOON).until(() -> journal().contains(name(unanswered)));
        held("saga InvoiceIssued", () -> issue(shop.paid()));
        held("in BillOrder", () -> inBackground(others.get(0), "invoice-undecided"));
        killAndStart();
        issue(others.get(0), "invoice-undecided");
        allArrive();

        held("saga InvoiceSigned", () -> issue(shop.paid()));
        held("after BillOrder", () -> inBackground(others.get(1), "invoice-unheard"));
        killAndStart();
        issue(others.get(1), "invoice-unheard");
        allArrive();

        // Taken from the waiting line by who is killed with it.
        shop.as("admin").post(SUNAT + "/hold", "{\"reason\":\"Una prueba\"}").mustBe(200);
        var waiting = issue(shop.paid());
        assertThat(shop.settled(waiting, "SIGNED", SOON)).isNotNull();
        held("before StartAttempt", () -> shop.as("admin").post(SUNAT + "/release", "{}"));
        held("saga InvoiceAccepted", () -> issue(others.get(2), "invoice-told"));
        killAndStart();
        allArrive();
        afterwards.everythingIsThereOnce(facturas, voided, freezer.sent());
    }

    private void start() throws Exception {
        program.start(
                "--comanda.sunat-timeout=25s",
                "--comanda.sunat-pace=0.1",
                "--comanda.sunat-in-flight=6",
                "--db-scheduler.threads=40");
        shop = new Billing(program.base());
        afterwards = afterwards == null ? new Afterwards(shop) : afterwards.at(shop);
    }

    private void killAndStart() throws Exception {
        afterwards.remember(facturas);
        program.kill();
        freezer.arm("");
        start();
    }

    /** Does what brings a thread to the point, and waits until it stands there. */
    private void held(String point, Runnable work) {
        freezer.arm(point);
        work.run();
        await(point).atMost(SOON).until(() -> freezer.hasFrozen(point));
    }

    private String issue(String order) {
        return issue(order, "invoice-" + facturas.size());
    }

    private String issue(String order, String invoice) {
        var answer = shop.as("caja").post(V + "/orders/" + order + "/invoices", request(invoice));
        assertThat(answer.status() == 201 || answer.code().equals("ALREADY_EXISTS"))
                .as(invoice + " " + answer.status() + " " + answer.body())
                .isTrue();
        facturas.add(invoice);
        return invoice;
    }

    /** Nobody hears the answer: whoever asks dies before it is given. */
    private void inBackground(String order, String invoice) {
        var caja = shop.as("caja");
        var unused =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        var _ =
                                                caja.post(
                                                        V + "/orders/" + order + "/invoices",
                                                        request(invoice));
                                    } catch (IllegalStateException _) {
                                        // It was killed.
                                    }
                                });
    }

    private static String request(String invoice) {
        return Billing.FACTURA.replaceFirst("\\{", "{\"invoice\":\"" + invoice + "\",");
    }

    private String accepted(String invoice) {
        assertThat(shop.settled(invoice, "ACCEPTED", SOON)).isNotNull();
        return invoice;
    }

    private void allArrive() {
        for (var invoice : facturas) {
            var status = voided.contains(invoice) ? "VOIDED" : "ACCEPTED";
            assertThat(shop.settled(invoice, status, SOON)).as(invoice).isNotNull();
        }
    }

    private String journal() {
        return shop.as("admin")
                .get(V + "/operations/stand-in/journal")
                .mustBe(200)
                .body()
                .toString();
    }

    private String name(String invoice) {
        return shop.as("contadora")
                .get(V + "/invoices/" + invoice)
                .body()
                .path("summary")
                .path("number")
                .asString("?");
    }
}
