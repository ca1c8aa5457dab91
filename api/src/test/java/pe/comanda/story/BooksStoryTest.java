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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/** The books: a day's three sides, a month's registers, and no number missing. */
class BooksStoryTest extends BillingStory {
    @Test
    void the_three_sides_of_the_day_are_held_against_each_other() {
        var good = shop.paid();
        shop.settled(shop.issued(good, BOLETA), "ACCEPTED");
        var bare = shop.paid();
        var today =
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () -> shop.as("caja").get(V + "/orders/" + bare),
                                answer -> answer.status() == 200)
                        .text("businessDay");
        var path = V + "/branches/" + BRANCH + "/finance/days/" + today;
        var told =
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> difference(path, bare), JsonNode::isObject);
        assertThat(told.path("kind").asString()).isEqualTo("NO_DOCUMENT");
        assertThat(told.path("payments")).hasSize(1);
        assertThat(told.path("events").size()).isGreaterThanOrEqualTo(2);
        assertThat(difference(path, good).isMissingNode()).isTrue();

        var boleta = shop.issued(bare, BOLETA);
        await().atMost(Duration.ofSeconds(20)).until(() -> difference(path, bare).isMissingNode());
        shop.settled(boleta, "ACCEPTED");
        shop.as("caja").get(path).mustBe(403);
    }

    @Test
    void the_month_comes_with_its_registers_and_files() throws IOException {
        var factura = shop.issued(shop.paid(), FACTURA);
        var view = shop.settled(factura, "ACCEPTED").body();
        var number = view.path("summary").path("number").asString();
        var month = monthOf(view).toString();
        var path = V + "/finance/months/" + month;
        var book =
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () -> shop.as("contadora").get(path).mustBe(200).body(),
                                it -> it.path("types").size() > 0);
        assertThat(book.path("ruc").asString()).isEqualTo("20100066603");
        assertThat(book.path("missing").asLong()).isZero();
        assertThat(book.path("fileParts").asInt()).isEqualTo(1);

        var rvie = shop.as("contadora").get(path + "/register?format=RVIE").mustBe(200);
        assertThat(rvie.headers().get("content-disposition").getFirst())
                .contains("LE20100066603" + month.replace("-", "") + "00140400021112.txt");
        var line =
                new String(rvie.bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(it -> it.contains("|" + number.replace("-", "|") + "|"))
                        .findFirst()
                        .orElseThrow()
                        .split("\\|", -1);
        assertThat(line).hasSize(40);
        assertThat(line[11]).isEqualTo("20131312955");
        assertThat(line[12]).isEqualTo("Cliente de prueba");
        assertThat(line[25]).isEqualTo(view.path("summary").path("payable").asString());
        for (var format : List.of("PLE", "CSV", "XLSX")) {
            shop.as("contadora").get(path + "/register?format=" + format).mustBe(200);
        }

        var names = new ArrayList<String>();
        var bytes = shop.as("contadora").get(path + "/files").mustBe(200).bytes();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .contains(
                        "20100066603-01-" + number + ".xml", "R-20100066603-01-" + number + ".zip")
                .doesNotHaveDuplicates();
        shop.as("contadora").get(path + "/files?part=99").mustBe(404);
        for (var who : List.of("caja", "gerente")) {
            shop.as(who).get(path).mustBe(403);
            shop.as(who).get(path + "/register").mustBe(403);
            shop.as(who).get(path + "/files").mustBe(403);
        }
    }

    @Test
    void sunats_proposal_is_laid_beside_the_register_document_by_document() {
        var factura = shop.issued(shop.paid(), FACTURA);
        var view = shop.settled(factura, "ACCEPTED").body();
        var number = view.path("summary").path("number").asString().replace("-", "|");
        var path = V + "/finance/months/" + monthOf(view);
        var register =
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> register(path), it -> it.contains("|" + number + "|"));
        var alike = propose("contadora", path, register).mustBe(200).body();
        assertThat(told(alike, factura).isMissingNode()).isTrue();
        assertThat(alike.path("agreeing").asLong()).isPositive();

        var missing = propose("contadora", path, without(register, number)).mustBe(200).body();
        assertThat(told(missing, factura).path("kind").asString()).isEqualTo("MISSING_THERE");
        var dearer = register.replace("|01|" + number + "|", "|01|" + number + "9|");
        var strange = propose("contadora", path, dearer).mustBe(200).body();
        assertThat(strange.path("differences").toString()).contains("MISSING_HERE");

        assertThat(propose("contadora", path, "no es un registro").code())
                .isEqualTo("PROPOSAL_UNREADABLE");
        assertThat(
                        propose("contadora", path, register.replace("20100066603|", "20131312955|"))
                                .code())
                .isEqualTo("PROPOSAL_OF_ANOTHER_TAXPAYER");
        assertThat(propose("contadora", V + "/finance/months/2026-01", register).code())
                .isEqualTo("PROPOSAL_OF_ANOTHER_MONTH");
        propose("gerente", path, register).mustBe(403);
    }

    private String register(String path) {
        return new String(
                shop.as("contadora").get(path + "/register").mustBe(200).bytes(),
                StandardCharsets.UTF_8);
    }

    private Http.Answer propose(String who, String path, String file) {
        return shop.as(who).post(path + "/proposal", file);
    }

    private static String without(String register, String number) {
        return register.lines()
                .filter(line -> !line.contains("|" + number + "|"))
                .collect(Collectors.joining("\r\n"));
    }

    private static JsonNode told(JsonNode match, String invoice) {
        for (var difference : match.path("differences")) {
            if (difference.path("invoice").asString("").equals(invoice)) {
                return difference;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void no_number_is_missing_and_what_is_burnt_is_told() {
        var order = shop.paid();
        shop.fault("REJECTION", "3244");
        var rejected = shop.issued(order, BOLETA);
        shop.settled(rejected, "REJECTED");
        var gaps =
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () ->
                                        shop.as("contadora")
                                                .get(V + "/finance/gaps")
                                                .mustBe(200)
                                                .body(),
                                body -> body.toString().contains(rejected));
        for (var series : gaps.path("series")) {
            assertThat(series.path("missing")).isEmpty();
        }
        shop.as("gerente").get(V + "/finance/gaps").mustBe(403);
    }

    private JsonNode difference(String path, String order) {
        for (var difference :
                shop.as("contadora").get(path).mustBe(200).body().path("differences")) {
            if (difference.path("order").asString().equals(order)) {
                return difference;
            }
        }
        return MissingNode.getInstance();
    }

    private static YearMonth monthOf(JsonNode view) {
        return YearMonth.from(
                Instant.parse(view.path("summary").path("issuedAt").asString())
                        .atZone(ZoneId.of("America/Lima")));
    }
}
