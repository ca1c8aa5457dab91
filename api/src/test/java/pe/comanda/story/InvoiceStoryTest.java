package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Documents on their way to SUNAT's stand-in, whatever goes wrong on it. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceStoryTest {
    private static final String V = "/api/v1";
    private static final String BRANCH = "branch-demo-miraflores";
    private static final String FAULTS = V + "/operations/stand-in/faults";
    private static final String BOLETA = "{\"type\":\"BOLETA\"}";
    private static final String FACTURA =
            """
            {"type":"FACTURA","buyer":
              {"documentType":"RUC","number":"20131312955","name":"Cliente de prueba"}}""";

    @LocalServerPort private int port;

    private final Map<String, Http> signedIn = new ConcurrentHashMap<>();

    @AfterEach
    void calm() {
        var unused = as("admin").exchange("DELETE", FAULTS, null, Map.of());
    }

    @Test
    void a_boleta_survives_a_time_out_and_an_outage_and_ends_accepted_with_its_cdr() {
        fault("TIME_OUT_BEFORE_REGISTERING", "");
        fault("UNAVAILABLE", "");
        var boleta = issue(paidOrder(), BOLETA);
        var journey = settled(boleta, "ACCEPTED");
        assertThat(outcomes(journey))
                .containsExactly("UNCERTAIN", "NOT_REGISTERED", "SUNAT_SICK", "ACCEPTED");
        assertThat(kinds(journey))
                .containsExactly(
                        "InvoiceIssued",
                        "InvoiceSigned",
                        "AttemptStarted",
                        "AttemptFailed",
                        "AttemptStarted",
                        "AttemptFailed",
                        "AttemptStarted",
                        "AttemptFailed",
                        "AttemptStarted",
                        "InvoiceAccepted");
        assertThat(as("contadora").get(V + "/invoices/" + boleta + "/cdr").mustBe(200).bytes())
                .startsWith('P', 'K');
        var xml = as("contadora").get(V + "/invoices/" + boleta + "/xml").mustBe(200).bytes();
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("CLIENTES VARIOS")
                .contains("SignatureValue");
    }

    @Test
    void a_factura_that_arrived_behind_a_time_out_gets_its_cdr_by_asking() {
        fault("TIME_OUT_AFTER_REGISTERING", "");
        var factura = issue(paidOrder(), FACTURA);
        assertThat(outcomes(settled(factura, "ACCEPTED"))).containsExactly("UNCERTAIN", "ACCEPTED");
        var view = as("contadora").get(V + "/invoices/" + factura).mustBe(200);
        assertThat(view.body().path("hasCdr").asBoolean()).isTrue();
        assertThat(view.body().path("buyer").path("number").asString()).isEqualTo("20131312955");
        assertThat(view.text("qr")).startsWith("20100066603|01|F");
    }

    @Test
    void two_that_issue_at_once_get_neighbouring_numbers() throws Exception {
        var orders = IntStream.range(0, 12).mapToObj(_ -> paidOrder()).toList();
        var numbers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var jobs =
                    orders.stream()
                            .map(order -> (Callable<String>) () -> issue(order, BOLETA))
                            .toList();
            for (var issued : threads.invokeAll(jobs)) {
                var shown =
                        await().atMost(Duration.ofSeconds(30))
                                .until(
                                        () -> as("contadora").get(V + "/invoices/" + issued.get()),
                                        answer -> answer.status() == 200);
                var number = shown.body().path("summary").path("number").asString();
                numbers.add(Integer.parseInt(number.substring(number.indexOf('-') + 1)));
                // None of them may be under way when the next test arms a fault.
                assertThat(settled(issued.get(), "ACCEPTED")).isNotNull();
            }
        }
        var sorted = numbers.stream().sorted().toList();
        assertThat(sorted)
                .isEqualTo(
                        IntStream.rangeClosed(sorted.getFirst(), sorted.getFirst() + 11)
                                .boxed()
                                .toList());
    }

    @Test
    void an_order_has_one_document_that_lives() {
        var order = paidOrder();
        fault("REJECTION", "3244");
        var rejected = issue(order, BOLETA);
        assertThat(settled(rejected, "REJECTED")).isNotNull();
        var again =
                as("caja")
                        .post(
                                V + "/orders/" + order + "/invoices",
                                "{\"type\":\"BOLETA\",\"replaces\":\"" + rejected + "\"}")
                        .mustBe(201);
        assertThat(settled(again.id(), "ACCEPTED")).isNotNull();
        var twice = as("caja").post(V + "/orders/" + order + "/invoices", BOLETA);
        assertThat(twice.code()).isEqualTo("ORDER_IS_BILLED_ONCE");
    }

    @Test
    void an_order_that_is_not_paid_gets_no_document() {
        var order = placed();
        assertThat(as("caja").post(V + "/orders/" + order + "/invoices", BOLETA).code())
                .isEqualTo("ORDER_MUST_BE_PAID");
    }

    @Test
    void a_document_that_sunat_cannot_read_waits_for_a_human() {
        fault("FAULT", "0306");
        var boleta = issue(paidOrder(), BOLETA);
        assertThat(settled(boleta, "PARKED")).isNotNull();
        var unused =
                as("contadora")
                        .post(
                                V + "/invoices/" + boleta + "/retry",
                                "{\"rebuild\":true,\"reason\":\"se corrigió el dato\"}")
                        .mustBe(200);
        assertThat(settled(boleta, "ACCEPTED")).isNotNull();
    }

    private Http as(String who) {
        return signedIn.computeIfAbsent(
                who, name -> new Http("http://localhost:" + port, "").signIn(name));
    }

    private void fault(String mode, String code) {
        var unused =
                as("admin")
                        .post(FAULTS, "{\"mode\":\"%s\",\"code\":\"%s\"}".formatted(mode, code))
                        .mustBe(201);
    }

    private String placed() {
        return as("caja")
                .post(
                        V + "/branches/" + BRANCH + "/orders",
                        """
                        {"type":"TAKEOUT","lines":[{"dish":"dish-demo-miraflores-chicha-morada","quantity":1}]}""")
                .mustBe(201)
                .id();
    }

    private String paidOrder() {
        var order = placed();
        var unused =
                as("caja")
                        .post(V + "/orders/" + order + "/payments", "{\"method\":\"CASH\"}")
                        .mustBe(200);
        return order;
    }

    private String issue(String order, String what) {
        return as("caja").post(V + "/orders/" + order + "/invoices", what).mustBe(201).id();
    }

    private JsonNode settled(String invoice, String as) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> as("contadora").get(V + "/invoices/" + invoice + "/timeline"),
                        answer -> answer.text("status").equals(as))
                .body()
                .path("steps");
    }

    private static List<String> kinds(JsonNode steps) {
        return steps.valueStream().map(step -> step.path("kind").asString()).toList();
    }

    private static List<String> outcomes(JsonNode steps) {
        return steps.valueStream()
                .map(step -> step.path("outcome").asString(""))
                .filter(outcome -> !outcome.isEmpty())
                .toList();
    }
}
