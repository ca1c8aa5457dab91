package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.UUID;

/** The menu and the plan of the floor: who changes them, and what everybody reads then. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class MenuAndPlanTest {
    private static final String HERE = DemoTable.HERE;
    private static final String DISH = Story.DISH;

    @LocalServerPort private int port;

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

    @Test
    void staff_of_another_branch_or_organization_touch_nothing_here() {
        var table = DemoTable.made(anybody());
        var strangers =
                new Http[] {
                    anybody().signIn("mozo-callao"), new Newcomers(anybody()).signUp().asAdmin()
                };
        for (var stranger : strangers) {
            assertThat(table.seats(stranger).status()).isIn(403, 404);
            assertThat(table.marked(stranger, "RESERVED").status()).isIn(403, 404);
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

    private Http anybody() {
        return new Http("http://localhost:" + port, "");
    }
}
