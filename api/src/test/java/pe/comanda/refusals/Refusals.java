package pe.comanda.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.story.Http;
import pe.comanda.story.Http.Answer;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Asks for what must be refused, and looks whether anything was stored all the same. Every request
 * bears a correlation of its own, under which its events would stand.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Refusals {
    static final String V = "/api/v1";
    static final String BRANCH = "branch-demo-miraflores";
    static final String CHICHA = "dish-demo-miraflores-chicha-morada";

    @LocalServerPort private int port;
    @Autowired private JdbcTemplate sql;

    /**
     * One row of a table of bad inputs.
     *
     * @param what the reader's words for it
     */
    record Bad(String what, int status, String code, Function<Map<String, String>, Answer> ask) {
        @Override
        public String toString() {
            return what + " → " + status + " " + code;
        }
    }

    Http anybody() {
        return new Http("http://localhost:" + port, "");
    }

    /** A row that posts JSON under a fresh idempotency key. */
    static Bad post(String what, Http who, String path, String json, int status, String code) {
        return post(what, who, path, json, Map.of(), status, code);
    }

    static Bad post(
            String what,
            Http who,
            String path,
            String json,
            Map<String, String> headers,
            int status,
            String code) {
        return new Bad(
                what,
                status,
                code,
                correlation -> {
                    var all = new HashMap<>(Map.of("Idempotency-Key", fresh("key")));
                    all.putAll(correlation);
                    all.putAll(headers);
                    return who.exchange("POST", V + path, json, all);
                });
    }

    static Bad get(String what, Http who, String path, int status, String code) {
        return new Bad(what, status, code, headers -> who.exchange("GET", V + path, null, headers));
    }

    /** A problem with its own code, a sentence, and nothing stored. */
    void refused(Bad bad) {
        var correlation = fresh("bad");
        var answer = bad.ask().apply(Map.of("X-Correlation-Id", correlation));

        assertThat(answer.status()).as("%s: %s", bad.what(), answer.body()).isEqualTo(bad.status());
        assertThat(answer.code()).isEqualTo(bad.code());
        assertThat(answer.text("type")).isEqualTo("urn:comanda:rule:" + bad.code());
        assertThat(answer.text("detail")).matches("\\p{Lu}.*[.]");
        assertThat(answer.headers().get("content-type"))
                .containsExactly("application/problem+json");
        assertThat(storedUnder(correlation)).as("events stored").isZero();
    }

    long storedUnder(String correlation) {
        var count =
                sql.queryForObject(
                        "select count(*) from domain_event where position(?::bytea in metadata) > 0",
                        Long.class,
                        correlation);
        return count == null ? -1 : count;
    }

    static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** A takeaway of one chicha, waiting for confirmation; 18 soles. */
    static String order(Http cashier) {
        return cashier.post(V + "/branches/" + BRANCH + "/orders", oneChicha()).mustBe(201).id();
    }

    static String oneChicha() {
        return takeaway("\"quantity\":1");
    }

    /** The JSON of an order of chicha; what else its line says. */
    static String takeaway(String line) {
        return "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"" + CHICHA + "\"," + line + "}]}";
    }

    /** Somebody who signs up: the administrator of another restaurant. */
    Stranger stranger() {
        var name = fresh("otro").toLowerCase(java.util.Locale.ROOT);
        var json =
                """
                {"slug":"%s","name":"El Otro","adminName":"Otto Otero",
                 "email":"%s@example.com","password":"otra-clave-larga"}"""
                        .formatted(name, name);
        var answer =
                anybody()
                        .exchange(
                                "POST", V + "/auth/register", json, Map.of("Comanda-Device", name))
                        .mustBe(201);
        var token = answer.body().path("session").path("accessToken").asString();
        return new Stranger(anybody().as(token), answer.text("branch"));
    }

    record Stranger(Http http, String branch) {}
}
