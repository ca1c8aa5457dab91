package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Billing.BOLETA;
import static pe.comanda.story.Billing.FACTURA;
import static pe.comanda.story.Billing.V;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What becomes of documents after SUNAT has them: notes, voiding, summaries, split bills. */
class NotesStoryTest extends BillingStory {
    private static final String ANNULMENT =
            "{\"reason\":\"WRONG_RUC\",\"text\":\"El RUC no era el del cliente\"}";

    @Test
    void a_factura_for_the_wrong_ruc_is_annulled_and_issued_anew() {
        var order = shop.paid();
        var factura = accepted(shop.issued(order, FACTURA));
        var note = accepted(credit(factura, ANNULMENT));
        var shown = shop.as("contadora").get(V + "/invoices/" + note).mustBe(200).body();
        assertThat(shown.path("summary").path("type").asString()).isEqualTo("CREDIT_NOTE");
        assertThat(shown.path("summary").path("number").asString()).startsWith("FC");
        var again =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        shop.as("caja")
                                                .post(
                                                        V + "/orders/" + order + "/invoices",
                                                        FACTURA),
                                answer -> answer.status() == 201);
        assertThat(accepted(again.id())).isNotEqualTo(factura);
    }

    @Test
    void notes_never_take_back_more_than_there_is_and_a_rejected_one_does_not_count() {
        var boleta = accepted(shop.issued(shop.paid(), BOLETA));
        shop.fault("", "REJECTION", "2119");
        var rejected = credit(boleta, "{\"reason\":\"ANNULMENT\",\"text\":\"Se devolvió todo\"}");
        assertThat(
                        refused(
                                boleta,
                                "{\"reason\":\"OTHER\",\"text\":\"Otra vez\",\"amount\":\"0.01\"}"))
                .isEqualTo("NOTE_ABOVE_ORIGINAL");
        assertThat(shop.settled(rejected, "REJECTED")).isNotNull();
        var again =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        shop.as("contadora")
                                                .post(
                                                        V + "/invoices/" + boleta + "/credit-notes",
                                                        "{\"reason\":\"OTHER\",\"text\":\"Otra vez\",\"amount\":\"1.00\"}"),
                                answer -> answer.status() == 201);
        accepted(again.id());
    }

    @Test
    void a_debit_note_adds_to_a_factura() {
        var factura = accepted(shop.issued(shop.paid(), FACTURA));
        var note =
                shop.as("contadora")
                        .post(
                                V + "/invoices/" + factura + "/debit-notes",
                                "{\"reason\":\"HIGHER_VALUE\",\"text\":\"Faltó un plato\",\"amount\":\"12.50\"}")
                        .mustBe(201);
        accepted(note.id());
    }

    @Test
    void a_factura_is_voided_by_a_notice_and_its_order_is_free_again() {
        var order = shop.paid();
        var factura = accepted(shop.issued(order, FACTURA));
        shop.voided(factura);
        assertThat(shop.settled(factura, "VOIDED")).isNotNull();
        accepted(shop.issued(order, BOLETA));
    }

    @Test
    void files_about_documents_are_seen_and_only_those_that_wait_are_taken_up_again() {
        var factura = accepted(shop.issued(shop.paid(), FACTURA));
        shop.voided(factura);
        assertThat(shop.settled(factura, "VOIDED")).isNotNull();
        var file =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        shop.as("contadora")
                                                .get(V + "/summaries?limit=1")
                                                .mustBe(200)
                                                .body()
                                                .path("items")
                                                .path(0),
                                it -> it.path("phase").asString().equals("ACCEPTED"));
        assertThat(file.path("number").asString()).startsWith("RA-");
        var retry = V + "/summaries/" + file.path("id").asString() + "/retry";
        var reason = "{\"reason\":\"Otra vez, por favor\"}";
        assertThat(shop.as("contadora").post(retry, reason).code()).isEqualTo("SUMMARY_IS_SETTLED");
        shop.as("moza").post(retry, reason).mustBe(403);
        shop.as("caja").post(retry, reason).mustBe(403);
    }

    @Test
    void files_about_documents_are_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            var factura = accepted(shop.issued(shop.paid(), FACTURA));
            shop.voided(factura);
            assertThat(shop.settled(factura, "VOIDED")).isNotNull();
        }
        var all = files("?limit=200");
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);
        assertThat(all.getFirst()).startsWith("RA-");
        var read = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    shop.as("contadora")
                            .get(V + "/summaries?limit=2&cursor=" + cursor)
                            .mustBe(200)
                            .body();
            page.path("items").valueStream().forEach(it -> read.add(it.path("number").asString()));
            cursor = page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(all).doesNotHaveDuplicates();
        assertThat(shop.as("contadora").get(V + "/summaries?cursor=nonsense").code())
                .isEqualTo("CURSOR_MALFORMED");
    }

    private List<String> files(String query) {
        return shop.as("contadora")
                .get(V + "/summaries" + query)
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("number").asString())
                .toList();
    }

    @Test
    void a_boleta_is_voided_in_a_daily_summary_though_the_first_answer_is_lost() {
        var boleta = accepted(shop.issued(shop.paid(), BOLETA));
        shop.fault("RC", "CUT_AFTER_REGISTERING", "");
        shop.voided(boleta);
        assertThat(shop.settled(boleta, "VOIDED")).isNotNull();
    }

    @Test
    void a_void_that_sunat_refuses_leaves_the_document_as_it_was() {
        var factura = accepted(shop.issued(shop.paid(), FACTURA));
        shop.fault("RA", "REJECTION", "2957");
        shop.voided(factura);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.steps(factura).toString().contains("VoidRefused"));
        assertThat(shop.settled(factura, "ACCEPTED")).isNotNull();
    }

    @Test
    void several_payers_get_a_document_each() {
        var order = shop.placed();
        var first = pay(order, "{\"method\":\"CARD\",\"amount\":\"3.00\"}");
        var second = pay(order, "{\"method\":\"CASH\"}");
        var boleta = shop.issued(order, part("BOLETA", first));
        assertThat(
                        shop.as("caja")
                                .post(V + "/orders/" + order + "/invoices", part("BOLETA", first))
                                .code())
                .isEqualTo("PAYMENT_IS_BILLED_ONCE");
        assertThat(shop.as("caja").post(V + "/orders/" + order + "/invoices", BOLETA).code())
                .isEqualTo("PAYMENT_IS_BILLED_ONCE");
        var other = shop.issued(order, part("BOLETA", second));
        accepted(boleta);
        accepted(other);
        var shown = shop.as("contadora").get(V + "/invoices/" + boleta).mustBe(200).body();
        assertThat(shown.path("summary").path("payable").asString()).isEqualTo("3.00");
    }

    private static String part(String type, String payment) {
        return "{\"type\":\"%s\",\"payments\":[\"%s\"]}".formatted(type, payment);
    }

    private String pay(String order, String how) {
        var payment = "payment-" + UUID.randomUUID();
        var unused =
                shop.as("caja")
                        .post(
                                V + "/orders/" + order + "/payments",
                                how.replace("{", "{\"payment\":\"" + payment + "\","))
                        .mustBe(200);
        return payment;
    }

    private String credit(String invoice, String what) {
        return shop.as("contadora")
                .post(V + "/invoices/" + invoice + "/credit-notes", what)
                .mustBe(201)
                .id();
    }

    private String refused(String invoice, String what) {
        return shop.as("contadora").post(V + "/invoices/" + invoice + "/credit-notes", what).code();
    }

    private String accepted(String invoice) {
        assertThat(shop.settled(invoice, "ACCEPTED")).isNotNull();
        return invoice;
    }
}
