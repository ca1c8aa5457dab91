package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Billing.BOLETA;
import static pe.comanda.story.Billing.BRANCH;
import static pe.comanda.story.Billing.FACTURA;
import static pe.comanda.story.Billing.V;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What finance staff and buyers see of documents. */
class FinanceStoryTest extends BillingStory {
    @Test
    void a_document_is_printed_on_both_papers_for_those_who_may_see_it() {
        var boleta = shop.issued(shop.paid(), BOLETA);
        shop.settled(boleta, "ACCEPTED");
        for (var paper : List.of("A4", "TICKET")) {
            var pdf = shop.as("caja").get(V + "/invoices/" + boleta + "/pdf?format=" + paper);
            assertThat(pdf.mustBe(200).headers().get("content-type"))
                    .containsExactly("application/pdf");
            assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        shop.as("caja").get(V + "/invoices/" + boleta + "/pdf?format=A5").mustBe(400);
        shop.as("cocina").get(V + "/invoices/" + boleta + "/pdf").mustBe(403);
        shop.anybody().get(V + "/invoices/" + boleta + "/pdf").mustBe(401);
    }

    @Test
    void a_buyer_finds_the_document_with_all_that_stands_on_it_and_nothing_less() {
        var boleta = shop.issued(shop.paid(), BOLETA);
        var view = shop.settled(boleta, "ACCEPTED").body();
        var right = onPaper(view, view.path("summary").path("payable").asString());
        var found =
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> shop.anybody().get(right), it -> it.status() == 200);
        assertThat(found.text("status")).isEqualTo("ACCEPTED");
        assertThat(found.text("digest")).isEqualTo(view.path("digest").asString());
        assertThat(found.body().has("buyer")).isFalse();
        var pdf = shop.anybody().get(right.replace("documents?", "documents/pdf?"));
        assertThat(new String(pdf.mustBe(200).bytes(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        var xml = shop.anybody().get(right.replace("documents?", "documents/xml?"));
        assertThat(new String(xml.mustBe(200).bytes(), StandardCharsets.UTF_8))
                .contains("SignatureValue");

        shop.anybody().get(onPaper(view, "9999.00")).mustBe(404);
        assertThat(shop.anybody().get(V + "/public/documents?ruc=20131312955").mustBe(400).code())
                .isEqualTo("VALUE_INVALID");
    }

    @Test
    void whoever_tries_totals_is_stopped() {
        var base =
                V
                        + "/public/documents?ruc=20131312955&type=03&series=B999&number=7&date=2026-01-02&total=";
        var answers =
                IntStream.range(0, 40)
                        .map(total -> shop.anybody().get(base + total + ".00").status())
                        .boxed()
                        .toList();
        assertThat(answers).contains(404).endsWith(429);
    }

    @Test
    void the_page_that_the_paper_names_is_there_for_everybody() {
        var page = shop.anybody().get("/consulta").mustBe(200);
        assertThat(new String(page.bytes(), StandardCharsets.UTF_8))
                .contains("Consulta de comprobantes")
                .contains("/consulta.js");
        shop.anybody().get("/consulta.js").mustBe(200);
    }

    @Test
    void what_was_rejected_waits_for_a_human_until_it_is_replaced() {
        var order = shop.paid();
        shop.fault("REJECTION", "3244");
        var rejected = shop.issued(order, FACTURA);
        shop.settled(rejected, "REJECTED");
        var work = await().until(() -> work("attention=true", rejected), JsonNode::isObject);
        assertThat(work.path("attention").asBoolean()).isTrue();
        assertThat(work.path("advice").path("code").asString()).isEqualTo("3244");
        assertThat(work.path("advice").path("action").asString()).isEqualTo("REISSUE");
        assertThat(work.path("advice").path("meaning").asString()).contains("forma de pago");

        var again =
                shop.issued(
                        order, FACTURA.replaceFirst("\\{", "{\"replaces\":\"" + rejected + "\","));
        shop.settled(again, "ACCEPTED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> work("attention=true", rejected).isMissingNode());
        assertThat(work("status=REJECTED", rejected).path("replacedBy").asString())
                .isEqualTo(again);
    }

    @Test
    void what_finance_writes_down_is_seen_by_whoever_looks_next() {
        var boleta = shop.issued(shop.paid(), BOLETA);
        shop.settled(boleta, "ACCEPTED");
        var path = V + "/invoices/" + boleta + "/comments";
        shop.as("contadora").post(path, "{\"text\":\" Llamé al cliente \"}").mustBe(200);
        var said = shop.as("contadora").post(path, "{\"text\":\"Pasa mañana\"}").mustBe(200);
        var view = shop.as("contadora").get(V + "/invoices/" + boleta, said).mustBe(200).body();
        assertThat(view.path("comments").valueStream().map(it -> it.path("text").asString()))
                .containsExactly("Llamé al cliente", "Pasa mañana");
        assertThat(view.path("comments").path(0).path("actor").asString()).startsWith("staff-");
        assertThat(view.path("summary").path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(work("status=ACCEPTED", boleta).path("comment").path("text").asString())
                .isEqualTo("Pasa mañana");
        assertThat(shop.steps(boleta).toString()).contains("InvoiceCommented");

        shop.as("moza").post(path, "{\"text\":\"Hola\"}").mustBe(403);
        assertThat(shop.as("contadora").post(path, "{\"text\":\" \"}").code())
                .isEqualTo("COMMENT_IS_A_TEXT");
    }

    @Test
    void the_queue_is_read_page_by_page_nearest_deadline_first() {
        for (int i = 0; i < 3; i++) {
            shop.settled(shop.issued(shop.paid(), BOLETA), "ACCEPTED");
        }
        var path = V + "/branches/" + BRANCH + "/finance/documents?limit=2";
        var seen = new ArrayList<String>();
        var days = new ArrayList<String>();
        var cursor = "";
        do {
            var page = shop.as("contadora").get(path + "&cursor=" + cursor).mustBe(200);
            for (var item : page.body().path("items")) {
                seen.add(item.path("document").path("id").asString());
                days.add(item.path("document").path("lastDay").asString());
            }
            cursor = page.text("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(days).isSorted();
        shop.as("moza").get(path).mustBe(403);
    }

    @Test
    void whoever_sets_it_up_sees_whether_sunat_lets_the_restaurant_in() {
        var path = V + "/organization/sunat/connection-check";
        var check = shop.as("admin").post(path, "{}").mustBe(200).body();
        assertThat(check.path("documents").path("result").asString()).isEqualTo("WORKS");
        assertThat(check.path("validity").path("result").asString()).isEqualTo("WORKS");
        shop.as("contadora").post(path, "{}").mustBe(403);
    }

    @Test
    void finance_sees_how_sunat_answers() {
        shop.settled(shop.issued(shop.paid(), BOLETA), "ACCEPTED");
        var health = shop.as("contadora").get(V + "/finance/sunat-health").mustBe(200).body();
        assertThat(health.path("answers")).isNotEmpty();
    }

    private JsonNode work(String filter, String invoice) {
        var page =
                shop.as("contadora")
                        .get(V + "/branches/" + BRANCH + "/finance/documents?limit=200&" + filter)
                        .mustBe(200);
        for (var item : page.body().path("items")) {
            if (item.path("document").path("id").asString().equals(invoice)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    private static String onPaper(JsonNode view, String total) {
        var number = view.path("summary").path("number").asString().split("-", -1);
        return V
                + "/public/documents?ruc=%s&type=03&series=%s&number=%s&date=%s&total=%s"
                        .formatted(
                                view.path("issuer").path("ruc").asString(),
                                number[0],
                                number[1],
                                dateOf(view),
                                total);
    }

    private static LocalDate dateOf(JsonNode view) {
        return Instant.parse(view.path("summary").path("issuedAt").asString())
                .atZone(ZoneId.of("America/Lima"))
                .toLocalDate();
    }
}
