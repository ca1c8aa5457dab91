package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What becomes of documents after SUNAT has them: notes, voiding, summaries, split bills. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesStoryTest {
    private static final String V = "/api/v1";
    private static final String BRANCH = "branch-demo-miraflores";
    private static final String FAULTS = V + "/operations/stand-in/faults";
    private static final String BOLETA = "{\"type\":\"BOLETA\"}";
    private static final String FACTURA =
            """
            {"type":"FACTURA","buyer":
              {"documentType":"RUC","number":"20131312955","name":"Cliente de prueba"}}""";
    private static final String ANNULMENT =
            "{\"reason\":\"WRONG_RUC\",\"text\":\"El RUC no era el del cliente\"}";

    @LocalServerPort private int port;
    private final Map<String, Http> signedIn = new ConcurrentHashMap<>();

    @AfterEach
    void calm() {
        var unused = as("admin").exchange("DELETE", FAULTS, null, Map.of());
    }

    @Test
    void a_factura_for_the_wrong_ruc_is_annulled_and_issued_anew() {
        var order = paidOrder();
        var factura = accepted(issue(order, FACTURA));
        var note = accepted(credit(factura, ANNULMENT));
        var shown = as("contadora").get(V + "/invoices/" + note).mustBe(200).body();
        assertThat(shown.path("summary").path("type").asString()).isEqualTo("CREDIT_NOTE");
        assertThat(shown.path("summary").path("number").asString()).startsWith("FC");
        var again =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        as("caja")
                                                .post(
                                                        V + "/orders/" + order + "/invoices",
                                                        FACTURA),
                                answer -> answer.status() == 201);
        assertThat(accepted(again.id())).isNotEqualTo(factura);
    }

    @Test
    void notes_never_take_back_more_than_there_is_and_a_rejected_one_does_not_count() {
        var boleta = accepted(issue(paidOrder(), BOLETA));
        fault("", "REJECTION", "2119");
        var rejected = credit(boleta, "{\"reason\":\"ANNULMENT\",\"text\":\"Se devolvió todo\"}");
        assertThat(
                        refused(
                                boleta,
                                "{\"reason\":\"OTHER\",\"text\":\"Otra vez\",\"amount\":\"0.01\"}"))
                .isEqualTo("NOTE_ABOVE_ORIGINAL");
        settled(rejected, "REJECTED");
        var again =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        as("contadora")
                                                .post(
                                                        V + "/invoices/" + boleta + "/credit-notes",
                                                        "{\"reason\":\"OTHER\",\"text\":\"Otra vez\",\"amount\":\"1.00\"}"),
                                answer -> answer.status() == 201);
        accepted(again.id());
    }

    @Test
    void a_debit_note_adds_to_a_factura() {
        var factura = accepted(issue(paidOrder(), FACTURA));
        var note =
                as("contadora")
                        .post(
                                V + "/invoices/" + factura + "/debit-notes",
                                "{\"reason\":\"HIGHER_VALUE\",\"text\":\"Faltó un plato\",\"amount\":\"12.50\"}")
                        .mustBe(201);
        accepted(note.id());
    }

    @Test
    void a_factura_is_voided_by_a_notice_and_its_order_is_free_again() {
        var order = paidOrder();
        var factura = accepted(issue(order, FACTURA));
        voidIt(factura);
        settled(factura, "VOIDED");
        accepted(issue(order, BOLETA));
    }

    @Test
    void a_boleta_is_voided_in_a_daily_summary_though_the_first_answer_is_lost() {
        var boleta = accepted(issue(paidOrder(), BOLETA));
        fault("RC", "CUT_AFTER_REGISTERING", "");
        voidIt(boleta);
        settled(boleta, "VOIDED");
    }

    @Test
    void a_void_that_sunat_refuses_leaves_the_document_as_it_was() {
        var factura = accepted(issue(paidOrder(), FACTURA));
        fault("RA", "REJECTION", "2957");
        voidIt(factura);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                as("contadora")
                                        .get(V + "/invoices/" + factura + "/timeline")
                                        .mustBe(200)
                                        .body()
                                        .path("steps")
                                        .toString()
                                        .contains("VoidRefused"));
        settled(factura, "ACCEPTED");
    }

    @Test
    void several_payers_get_a_document_each() {
        var order = placed();
        var first = pay(order, "{\"method\":\"CARD\",\"amount\":\"3.00\"}");
        var second = pay(order, "{\"method\":\"CASH\"}");
        var boleta = issue(order, part("BOLETA", first));
        assertThat(
                        as("caja")
                                .post(V + "/orders/" + order + "/invoices", part("BOLETA", first))
                                .code())
                .isEqualTo("PAYMENT_IS_BILLED_ONCE");
        assertThat(as("caja").post(V + "/orders/" + order + "/invoices", BOLETA).code())
                .isEqualTo("PAYMENT_IS_BILLED_ONCE");
        var other = issue(order, part("BOLETA", second));
        accepted(boleta);
        accepted(other);
        var shown = as("contadora").get(V + "/invoices/" + boleta).mustBe(200).body();
        assertThat(shown.path("summary").path("payable").asString()).isEqualTo("3.00");
    }

    private static String part(String type, String payment) {
        return "{\"type\":\"%s\",\"payments\":[\"%s\"]}".formatted(type, payment);
    }

    private String pay(String order, String how) {
        var payment = "payment-" + UUID.randomUUID();
        var unused =
                as("caja")
                        .post(
                                V + "/orders/" + order + "/payments",
                                how.replace("{", "{\"payment\":\"" + payment + "\","))
                        .mustBe(200);
        return payment;
    }

    private void voidIt(String invoice) {
        var unused =
                as("contadora")
                        .post(
                                V + "/invoices/" + invoice + "/void",
                                "{\"reason\":\"El cliente no se llevó nada\"}")
                        .mustBe(200);
    }

    private String credit(String invoice, String what) {
        return as("contadora")
                .post(V + "/invoices/" + invoice + "/credit-notes", what)
                .mustBe(201)
                .id();
    }

    private String refused(String invoice, String what) {
        return as("contadora").post(V + "/invoices/" + invoice + "/credit-notes", what).code();
    }

    private Http as(String who) {
        return signedIn.computeIfAbsent(
                who, name -> new Http("http://localhost:" + port, "").signIn(name));
    }

    private void fault(String series, String mode, String code) {
        var unused =
                as("admin")
                        .post(
                                FAULTS,
                                "{\"series\":\"%s\",\"mode\":\"%s\",\"code\":\"%s\"}"
                                        .formatted(series, mode, code))
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
        var unused = pay(order, "{\"method\":\"CASH\"}");
        return order;
    }

    private String issue(String order, String what) {
        return as("caja").post(V + "/orders/" + order + "/invoices", what).mustBe(201).id();
    }

    private String accepted(String invoice) {
        settled(invoice, "ACCEPTED");
        return invoice;
    }

    private void settled(String invoice, String as) {
        var unused =
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(300))
                        .until(
                                () -> as("contadora").get(V + "/invoices/" + invoice + "/timeline"),
                                answer -> answer.text("status").equals(as));
    }
}
