package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Billing.BOLETA;
import static pe.comanda.story.Billing.FACTURA;
import static pe.comanda.story.Billing.V;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Documents on their way to SUNAT's stand-in, whatever goes wrong on it. */
class InvoiceStoryTest extends BillingStory {
    private static final String CORRECTION =
            """
            {"reason":"El RUC era de otra empresa","buyer":{"documentType":"RUC","number":"20100070970",
             "name":"Otra Empresa S.A.C.","address":"Jr. Nuevo 123"}}""";

    @Test
    void a_boleta_survives_a_time_out_and_an_outage_and_ends_accepted_with_its_cdr() {
        shop.fault("TIME_OUT_BEFORE_REGISTERING", "");
        shop.fault("UNAVAILABLE", "");
        var boleta = shop.issued(shop.paid(), BOLETA);
        var journey = journey(boleta, "ACCEPTED");
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
        assertThat(shop.as("contadora").get(V + "/invoices/" + boleta + "/cdr").mustBe(200).bytes())
                .startsWith('P', 'K');
        var xml = shop.as("contadora").get(V + "/invoices/" + boleta + "/xml").mustBe(200).bytes();
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("CLIENTES VARIOS")
                .contains("SignatureValue");
    }

    @Test
    void a_factura_that_arrived_behind_a_time_out_gets_its_cdr_by_asking() {
        shop.fault("TIME_OUT_AFTER_REGISTERING", "");
        var factura = shop.issued(shop.paid(), FACTURA);
        assertThat(outcomes(journey(factura, "ACCEPTED"))).containsExactly("UNCERTAIN", "ACCEPTED");
        var view = shop.as("contadora").get(V + "/invoices/" + factura).mustBe(200);
        assertThat(view.body().path("hasCdr").asBoolean()).isTrue();
        assertThat(view.body().path("buyer").path("number").asString()).isEqualTo("20131312955");
        assertThat(view.text("qr")).startsWith("20100066603|01|F");
    }

    @Test
    void a_delivery_with_bags_ends_accepted_and_its_document_says_what_each_thing_bears() {
        var order = shop.delivered("8.00", 2);
        var boleta = shop.issued(order, BOLETA);
        assertThat(shop.settled(boleta, "ACCEPTED")).isNotNull();
        assertThat(outcomes(shop.steps(boleta))).containsExactly("ACCEPTED");
        var xml = shop.as("contadora").get(V + "/invoices/" + boleta + "/xml").mustBe(200).bytes();
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains(">Servicio de delivery</cbc:Description>")
                .contains("unitCode=\"ZZ\"")
                .contains("<cbc:BaseUnitMeasure unitCode=\"NIU\">2</cbc:BaseUnitMeasure>")
                .contains("<cbc:PerUnitAmount currencyID=\"PEN\">0.50</cbc:PerUnitAmount>")
                .contains(">7152</cbc:ID>");
        var totals = shop.as("caja").get(V + "/orders/" + order).body().path("totals");
        assertThat(totals.path("icbper").asString()).isEqualTo("1.00");
        assertThat(totals.path("deliveryFee").asString()).isEqualTo("8.00");
        var shown = shop.as("contadora").get(V + "/invoices/" + boleta).mustBe(200);
        assertThat(shown.body().path("totals").path("icbper").asString()).isEqualTo("1.00");
        assertThat(shown.body().path("totals").path("payable").asString())
                .isEqualTo(totals.path("total").asString());
    }

    @Test
    void two_that_issue_at_once_get_neighbouring_numbers() throws Exception {
        var orders = IntStream.range(0, 12).mapToObj(_ -> shop.paid()).toList();
        var numbers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var jobs =
                    orders.stream()
                            .map(order -> (Callable<String>) () -> shop.issued(order, BOLETA))
                            .toList();
            for (var issued : threads.invokeAll(jobs)) {
                var shown =
                        await().atMost(Duration.ofSeconds(30))
                                .until(
                                        () ->
                                                shop.as("contadora")
                                                        .get(V + "/invoices/" + issued.get()),
                                        answer -> answer.status() == 200);
                var number = shown.body().path("summary").path("number").asString();
                numbers.add(Integer.parseInt(number.substring(number.indexOf('-') + 1)));
                // None of them may be under way when the next test arms a fault.
                assertThat(shop.settled(issued.get(), "ACCEPTED")).isNotNull();
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
        var order = shop.paid();
        shop.fault("REJECTION", "3244");
        var rejected = shop.issued(order, BOLETA);
        assertThat(shop.settled(rejected, "REJECTED")).isNotNull();
        var again =
                shop.as("caja")
                        .post(
                                V + "/orders/" + order + "/invoices",
                                "{\"type\":\"BOLETA\",\"replaces\":\"" + rejected + "\"}")
                        .mustBe(201);
        assertThat(shop.settled(again.id(), "ACCEPTED")).isNotNull();
        var twice = shop.as("caja").post(V + "/orders/" + order + "/invoices", BOLETA);
        assertThat(twice.code()).isEqualTo("ORDER_IS_BILLED_ONCE");
    }

    @Test
    void an_order_that_is_not_paid_gets_no_document() {
        var order = shop.placed();
        assertThat(shop.as("caja").post(V + "/orders/" + order + "/invoices", BOLETA).code())
                .isEqualTo("ORDER_MUST_BE_PAID");
    }

    @Test
    void what_sunat_cannot_read_is_corrected_and_goes_out_under_the_same_number() {
        shop.fault("FAULT", "0306");
        var factura = shop.issued(shop.paid(), FACTURA);
        var parked = shop.settled(factura, "PARKED").body().path("summary");
        assertThat(workOn(factura).path("advice").path("action").asString()).isEqualTo("CORRECT");
        var path = V + "/invoices/" + factura + "/correction";
        var first = xml(factura);

        shop.as("cocina").post(path, CORRECTION).mustBe(403);
        // Who stands at a till does not say who deducts the IGV.
        shop.as("caja").post(path, CORRECTION).mustBe(403);
        assertThat(shop.as("contadora").post(path, CORRECTION.replace("70970", "70971")).code())
                .isEqualTo("MALFORMED_RUC");
        var corrected = shop.as("contadora").post(path, CORRECTION).mustBe(200);
        assertThat(corrected.status()).isEqualTo(200);

        var accepted = shop.settled(factura, "ACCEPTED").body();
        assertThat(accepted.path("summary").path("number")).isEqualTo(parked.path("number"));
        assertThat(accepted.path("buyer").path("name").asString()).isEqualTo("Otra Empresa S.A.C.");
        assertThat(accepted.path("buyer").path("number").asString()).isEqualTo("20100070970");
        assertThat(accepted.path("qr").asString()).contains("20100070970");
        assertThat(first).contains("Cliente de prueba").doesNotContain("Otra Empresa");
        assertThat(xml(factura)).contains("Otra Empresa S.A.C.", "20100070970");
        var steps = shop.steps(factura);
        assertThat(kinds(steps))
                .containsSubsequence(
                        "InvoiceSigned",
                        "InvoiceParked",
                        "InvoiceCorrected",
                        "InvoiceSigned",
                        "AttemptStarted",
                        "InvoiceAccepted");
        assertThat(digests(steps, "InvoiceSigned")).hasSize(2).doesNotHaveDuplicates();
        // Each attempt tells which file went out and what HTTP said.
        assertThat(digests(steps, "AttemptStarted")).hasSize(2).doesNotHaveDuplicates();
        assertThat(digests(steps, "InvoiceAccepted"))
                .isEqualTo(digests(steps, "AttemptStarted").subList(1, 2));
        assertThat(statuses(steps)).containsExactly(500, 200);
        assertThat(shop.as("contadora").post(path, CORRECTION).code())
                .isEqualTo("INVOICE_IS_SETTLED");
    }

    @Test
    void the_board_is_of_every_branch_that_the_caller_reaches() {
        for (var who : List.of("admin", "contadora", "auditor", "caja")) {
            var board = shop.as(who).get(V + "/invoices/board");
            assertThat(board.status()).as(who + board.body()).isEqualTo(200);
            assertThat(board.body().has("counts")).as(who).isTrue();
        }
        shop.as("cocina").get(V + "/invoices/board").mustBe(403);
        shop.anybody().get(V + "/invoices/board").mustBe(401);
    }

    /** Its way, once it stands as named. */
    private JsonNode journey(String invoice, String status) {
        assertThat(shop.settled(invoice, status)).isNotNull();
        return shop.steps(invoice);
    }

    private static List<String> kinds(JsonNode steps) {
        return steps.valueStream().map(step -> step.path("kind").asString()).toList();
    }

    private JsonNode workOn(String invoice) {
        return shop.as("contadora")
                .get(V + "/finance/documents?attention=true&limit=200")
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("document").path("id").asString().equals(invoice))
                .findFirst()
                .orElseThrow();
    }

    private String xml(String invoice) {
        var file = shop.as("contadora").get(V + "/invoices/" + invoice + "/xml").mustBe(200);
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> digests(JsonNode steps, String kind) {
        return steps.valueStream()
                .filter(step -> step.path("kind").asString().equals(kind))
                .map(step -> step.path("digest").asString())
                .toList();
    }

    private static List<Integer> statuses(JsonNode steps) {
        return steps.valueStream()
                .map(step -> step.path("httpStatus").asInt(0))
                .filter(status -> status > 0)
                .toList();
    }

    private static List<String> outcomes(JsonNode steps) {
        return steps.valueStream()
                .map(step -> step.path("outcome").asString(""))
                .filter(outcome -> !outcome.isEmpty())
                .toList();
    }
}
