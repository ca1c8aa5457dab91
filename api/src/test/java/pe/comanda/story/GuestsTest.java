package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Who gets to sit at a table, and by what. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestsTest {
    private static final String HERE = DemoTable.HERE;

    @LocalServerPort private int port;

    @Test
    void only_the_phone_that_asked_becomes_the_guest() {
        var waiter = anybody().signIn("moza");
        var table = DemoTable.made(anybody());
        var asked = anybody().post(table.sessions(), "{\"name\":\"Ana\",\"guests\":2}").mustBe(201);
        var session = asked.text("session");
        var claim = asked.text("claim");

        var waiting = waiter.get(HERE + "/sessions?status=PENDING", asked).mustBe(200);
        assertThat(waiting.body().toString())
                .contains(session, "\"guest\":\"Ana\"")
                .doesNotContain(claim, "eyJ");
        var approved = waiter.post(HERE + "/sessions/" + session + "/approval", "{}").mustBe(200);
        assertThat(approved.body().toString()).doesNotContain(claim, "eyJ");

        assertThat(token(session, "wrong-wrong-wrong-wrong").code()).isEqualTo("CLAIM_INVALID");
        var guest = admitted(session, claim);
        assertThat(guest.get("/api/v1/session").mustBe(200).id()).isEqualTo(session);
        assertThat(guest.get(HERE + "/tables").mustBe(403).code()).isEqualTo("PERMISSION_DENIED");
        assertThat(guest.post(HERE + "/sessions/" + session + "/end", "{}").mustBe(403).code())
                .isEqualTo("PERMISSION_DENIED");
        assertThat(waiter.get("/api/v1/session").mustBe(403).code()).isEqualTo("FOREIGN_SESSION");
    }

    @Test
    void a_table_has_one_party_at_a_time() {
        var waiter = anybody().signIn("moza");
        var table = DemoTable.made(anybody());
        var first = table.seats(waiter).mustBe(201);

        assertThat(table.seats(waiter).mustBe(409).code()).isEqualTo("TABLE_IS_OCCUPIED");
        assertThat(anybody().post(table.sessions(), "{}").mustBe(409).code())
                .isEqualTo("TABLE_IS_OCCUPIED");
        assertThat(table.marked(waiter, "MAINTENANCE").mustBe(409).code())
                .isEqualTo("TABLE_HAS_OPEN_SESSION");

        waiter.post(HERE + "/sessions/" + first.id() + "/end", "{}").mustBe(200);
        table.seats(waiter).mustBe(201);
    }

    @Test
    void a_revoked_code_leads_nowhere() {
        var manager = anybody().signIn("gerente");
        var table = DemoTable.made(anybody());
        var revoked =
                manager.post(HERE + "/tables/" + table.id() + "/qr/revocation", "{}").mustBe(200);

        assertThat(anybody().get("/api/v1/public/tables/" + table.qr(), revoked).mustBe(410).code())
                .isEqualTo("QR_CODE_REVOKED");
        assertThat(anybody().post(table.sessions(), "{}").mustBe(410).code())
                .isEqualTo("QR_CODE_REVOKED");
        assertThat(anybody().get("/api/v1/public/tables/nothing").mustBe(404).code())
                .isEqualTo("QR_CODE_UNKNOWN");
    }

    @Test
    void a_short_code_leads_where_the_picture_does() {
        var table = DemoTable.made(anybody());
        var view = anybody().signIn("moza").get(HERE + "/tables/" + table.id()).mustBe(200);

        var typed =
                anybody()
                        .get("/api/v1/public/tables/by-code/MRFS22/" + view.text("shortCode"))
                        .mustBe(200);
        assertThat(typed.text("table")).isEqualTo(table.id());
        assertThat(anybody().get(typed.text("menu")).mustBe(200).body().path("categories"))
                .isNotEmpty();
    }

    @Test
    void a_request_may_be_repeated_over_a_bad_line_but_not_taken_over() {
        var table = DemoTable.made(anybody());
        var session = "session-" + UUID.randomUUID();
        var mine = "{\"session\":\"%s\",\"claim\":\"%s\"}".formatted(session, "m".repeat(30));
        var theirs = "{\"session\":\"%s\",\"claim\":\"%s\"}".formatted(session, "t".repeat(30));
        var key = Map.of("Idempotency-Key", "key-" + session);

        anybody().exchange("POST", table.sessions(), mine, key).mustBe(201);
        anybody().exchange("POST", table.sessions(), mine, key).mustBe(201);
        assertThat(anybody().post(table.sessions(), theirs).mustBe(409).code())
                .isEqualTo("ALREADY_EXISTS");
        assertThat(token(session, "t".repeat(30)).status()).isEqualTo(401);
        assertThat(token(session, "m".repeat(30)).status()).isEqualTo(202);
    }

    private Http.Answer token(String session, String claim) {
        return anybody()
                .post(
                        "/api/v1/public/sessions/" + session + "/token",
                        "{\"claim\":\"" + claim + "\"}");
    }

    private Http admitted(String session, String claim) {
        return anybody()
                .as(
                        await().atMost(Duration.ofSeconds(10))
                                .until(() -> token(session, claim), a -> a.status() == 200)
                                .text("token"));
    }

    private Http anybody() {
        return new Http("http://localhost:" + port, "");
    }
}
