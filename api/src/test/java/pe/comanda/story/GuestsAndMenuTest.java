package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Who gets in, who does not, and what everybody reads on the menu. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestsAndMenuTest {
    private static final String HERE = "/api/v1/branches/branch-demo-miraflores";
    private static final String DISH = "dish-demo-miraflores-";

    @LocalServerPort private int port;

    @Test
    void only_the_phone_that_asked_becomes_the_guest() {
        var waiter = anybody().signIn("moza");
        var table = newTable();
        var asked = anybody().post(scanned(table), "{\"name\":\"Ana\",\"guests\":2}").mustBe(201);
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
        var table = newTable();
        var first = seat(waiter, table).mustBe(201);

        assertThat(seat(waiter, table).mustBe(409).code()).isEqualTo("TABLE_IS_OCCUPIED");
        assertThat(anybody().post(scanned(table), "{}").mustBe(409).code())
                .isEqualTo("TABLE_IS_OCCUPIED");
        assertThat(mark(waiter, table, "MAINTENANCE").mustBe(409).code())
                .isEqualTo("TABLE_HAS_OPEN_SESSION");

        waiter.post(HERE + "/sessions/" + first.id() + "/end", "{}").mustBe(200);
        seat(waiter, table).mustBe(201);
    }

    @Test
    void a_revoked_code_leads_nowhere() {
        var manager = anybody().signIn("gerente");
        var table = newTable();
        var revoked =
                manager.post(HERE + "/tables/" + table.id() + "/qr/revocation", "{}").mustBe(200);

        assertThat(anybody().get("/api/v1/public/tables/" + table.qr(), revoked).mustBe(410).code())
                .isEqualTo("QR_CODE_REVOKED");
        assertThat(anybody().post(scanned(table), "{}").mustBe(410).code())
                .isEqualTo("QR_CODE_REVOKED");
        assertThat(anybody().get("/api/v1/public/tables/nothing").mustBe(404).code())
                .isEqualTo("QR_CODE_UNKNOWN");
    }

    @Test
    void a_short_code_leads_where_the_picture_does() {
        var table = newTable();
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
        var table = newTable();
        var session = "session-" + UUID.randomUUID();
        var mine = "{\"session\":\"%s\",\"claim\":\"%s\"}".formatted(session, "m".repeat(30));
        var theirs = "{\"session\":\"%s\",\"claim\":\"%s\"}".formatted(session, "t".repeat(30));
        var key = Map.of("Idempotency-Key", "key-" + session);

        anybody().exchange("POST", scanned(table), mine, key).mustBe(201);
        anybody().exchange("POST", scanned(table), mine, key).mustBe(201);
        assertThat(anybody().post(scanned(table), theirs).mustBe(409).code())
                .isEqualTo("ALREADY_EXISTS");
        assertThat(token(session, "t".repeat(30)).status()).isEqualTo(401);
        assertThat(token(session, "m".repeat(30)).status()).isEqualTo(202);
    }

    @Test
    void staff_of_another_branch_or_organization_touch_nothing_here() {
        var table = newTable();
        var strangers = new Http[] {anybody().signIn("mozo-callao"), founder()};
        for (var stranger : strangers) {
            assertThat(seat(stranger, table).status()).isIn(403, 404);
            assertThat(mark(stranger, table, "RESERVED").status()).isIn(403, 404);
            assertThat(dish(stranger, "tiradito-rocoto", "availability", "{\"available\":false}"))
                    .isIn(403, 404);
            assertThat(dish(stranger, "tiradito-rocoto", "price", "{\"price\":\"1.00\"}"))
                    .isIn(403, 404);
            assertThat(stranger.post(HERE + "/tables", "{\"number\":9000}").status())
                    .isIn(403, 404);
            assertThat(stranger.post(HERE + "/menu/categories", "{\"name\":\"Ajena\"}").status())
                    .isIn(403, 404);
            assertThat(
                            stranger.exchange(
                                            "PUT",
                                            HERE + "/floor-plan/spaces/space-theirs",
                                            "{\"name\":\"Ajeno\",\"level\":0,\"rank\":0}",
                                            Map.of())
                                    .status())
                    .isIn(403, 404);
        }
        var founder = strangers[1];
        assertThat(founder.get(HERE + "/tables").body().path("items")).isEmpty();
        assertThat(founder.get(HERE + "/menu").body().path("categories")).isEmpty();
        assertThat(founder.get(HERE + "/tables/" + table.id()).status()).isIn(403, 404);
    }

    @Test
    void the_menu_is_told_once_until_it_changes() {
        var cook = anybody().signIn("cocina");
        var before = anybody().get("/api/v1/public/menus/MRFS22").mustBe(200);
        var tag = before.headers().get("etag").getFirst();
        assertThat(menuIfNot(tag, "-1").status()).isEqualTo(304);

        var off =
                cook.post(menuOf("leche-de-tigre", "availability"), "{\"available\":false}")
                        .mustBe(200);
        var after = menuIfNot(tag, off.position()).mustBe(200);
        assertThat(onMenu(after.body(), DISH + "leche-de-tigre").path("available").asBoolean())
                .isFalse();
        cook.post(menuOf("leche-de-tigre", "availability"), "{\"available\":true}").mustBe(200);
    }

    @Test
    void many_dishes_are_edited_together_or_not_at_all() {
        var manager = anybody().signIn("gerente");
        var edited =
                manager.post(
                                HERE + "/menu/dishes/edits",
                                edit("causa-pulpo", "causa-langostinos", "\"priceBy\":\"0.10\""))
                        .mustBe(200);
        assertThat(edited.body().path("before")).hasSize(2);
        assertThat(edited.body().path("after")).hasSize(2);
        var was = edited.body().path("before").get(0);
        var is = edited.body().path("after").get(0);
        assertThat(is.path("id")).isEqualTo(was.path("id"));
        assertThat(is.path("price").asString()).isNotEqualTo(was.path("price").asString());

        var refused =
                manager.post(
                        HERE + "/menu/dishes/edits",
                        edit("causa-pulpo", "zzz-nobody", "\"priceTo\":\"1.00\""));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(manager.get(HERE + "/menu/dishes/" + DISH + "causa-pulpo").text("price"))
                .isNotEqualTo("1.00");
    }

    @Test
    void rooms_are_drawn_and_not_removed_while_something_stands_in_them() {
        var manager = anybody().signIn("gerente");
        var room = "space-" + UUID.randomUUID();
        var bar = "fixture-" + UUID.randomUUID();
        put(manager, "spaces/" + room, "{\"name\":\"" + room + "\",\"level\":1,\"rank\":1}")
                .mustBe(204);
        put(
                        manager,
                        "fixtures/" + bar,
                        """
                        {"space":"%s","kind":"BAR","label":"Barra","x":10,"y":20,"width":300,"height":60,"rotation":0}
                        """
                                .formatted(room))
                .mustBe(204);

        var plan = manager.get(HERE + "/floor-plan").mustBe(200).body();
        assertThat(plan.toString()).contains(room, bar, "Barra");
        assertThat(delete(manager, "spaces/" + room).mustBe(409).code())
                .isEqualTo("SPACE_NOT_EMPTY");
        delete(manager, "fixtures/" + bar).mustBe(204);
        delete(manager, "spaces/" + room).mustBe(204);
        assertThat(
                        put(
                                        anybody().signIn("moza"),
                                        "spaces/" + room,
                                        "{\"name\":\"x\",\"level\":0,\"rank\":0}")
                                .mustBe(403)
                                .code())
                .isEqualTo("PERMISSION_DENIED");
    }

    private record Table(String id, String qr) {}

    private Table newTable() {
        var manager = anybody().signIn("gerente");
        int number = (int) (System.nanoTime() % 9000) + 500;
        var made = manager.post(HERE + "/tables", "{\"number\":" + number + "}").mustBe(201);
        var view = manager.get(HERE + "/tables/" + made.id(), made).mustBe(200);
        return new Table(made.id(), view.text("qrToken"));
    }

    private static String scanned(Table table) {
        return "/api/v1/public/tables/" + table.qr() + "/sessions";
    }

    private static Http.Answer seat(Http who, Table table) {
        return who.post(HERE + "/tables/" + table.id() + "/sessions", "{\"guests\":2}");
    }

    private static Http.Answer mark(Http who, Table table, String status) {
        return who.post(
                HERE + "/tables/" + table.id() + "/status", "{\"status\":\"" + status + "\"}");
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

    private static String menuOf(String dish, String what) {
        return HERE + "/menu/dishes/" + DISH + dish + "/" + what;
    }

    private static int dish(Http who, String dish, String what, String json) {
        return who.post(menuOf(dish, what), json).status();
    }

    private Http.Answer menuIfNot(String tag, String position) {
        return anybody()
                .exchange(
                        "GET",
                        "/api/v1/public/menus/MRFS22",
                        null,
                        Map.of("If-None-Match", tag, "Comanda-Position", position));
    }

    private static JsonNode onMenu(JsonNode menu, String dish) {
        for (var category : menu.path("categories")) {
            for (var found : category.path("dishes")) {
                if (found.path("id").asString().equals(dish)) {
                    return found;
                }
            }
        }
        throw new AssertionError(dish + " is not on the menu");
    }

    private static String edit(String one, String other, String change) {
        return "{\"dishes\":[\"%s\",\"%s\"],%s}".formatted(DISH + one, DISH + other, change);
    }

    private static Http.Answer put(Http who, String what, String json) {
        return who.exchange("PUT", HERE + "/floor-plan/" + what, json, Map.of());
    }

    private static Http.Answer delete(Http who, String what) {
        return who.exchange("DELETE", HERE + "/floor-plan/" + what, null, Map.of());
    }

    /** The administrator of an organization that has nothing to do with the demo. */
    private Http founder() {
        var name = "otra-" + UUID.randomUUID().toString().substring(0, 8);
        var registered =
                anybody()
                        .post(
                                "/api/v1/auth/register",
                                """
                                {"slug":"%s","name":"Otra","branchName":"Centro","adminName":"Luz",
                                 "email":"%s@otra.pe","password":"una-clave-larga"}
                                """
                                        .formatted(name, name))
                        .mustBe(201);
        return anybody().as(registered.body().path("session").path("accessToken").asString());
    }

    private Http anybody() {
        return new Http("http://localhost:" + port, "");
    }
}
