package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Lists that grow are read page by page, and nothing is lost or told twice at the seams. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {
    private static final String V = "/api/v1";
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort private int port;
    private LiveHouse house;
    private Http admin;

    @BeforeEach
    void a_house_of_its_own() {
        house = LiveHouse.opened(new Http("http://localhost:" + port, ""));
        admin = house.admin();
    }

    @Test
    void shortages_oldest_first() {
        var here = house.here();
        var orders = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var order =
                    admin.post(
                                    here + "/orders",
                                    "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"%s\",\"quantity\":5}]}"
                                            .formatted(house.dish()))
                            .mustBe(201)
                            .id();
            admin.post(V + "/orders/" + order + "/confirmation", "{}").mustBe(200);
            orders.add(order);
        }
        var shortages = here + "/inventory/shortages";
        await().atMost(SOON).until(() -> pages(shortages, "items", "order", 100).size() == 5);

        assertThat(pages(shortages, "items", "order", 2))
                .containsExactlyInAnyOrderElementsOf(orders);
        assertThat(pages(shortages, "items", "requestedAt", 2)).isSorted();
        assertThat(admin.get(shortages + "?cursor=nonsense").mustBe(400).code())
                .isEqualTo("CURSOR_MALFORMED");
    }

    @Test
    void points_go_on_where_the_view_of_them_ends() {
        var customer =
                admin.post(V + "/customers", "{\"name\":\"Ana\",\"phone\":\"+51987000111\"}")
                        .mustBe(201)
                        .id();
        var points = V + "/customers/" + customer + "/points";
        for (int i = 1; i <= 53; i++) {
            admin.post(
                            points + "/adjustments",
                            "{\"points\":%d,\"reason\":\"Prueba\"}".formatted(i))
                    .mustBe(200);
        }
        await().atMost(SOON).until(() -> admin.get(points).text("nextCursor").length() > 0);
        await().atMost(SOON)
                .until(() -> admin.get(points).body().path("balance").asInt() == 53 * 54 / 2);

        var view = admin.get(points).mustBe(200);
        var read = new ArrayList<String>();
        view.body().path("ledger").forEach(m -> read.add(m.path("points").asString()));
        assertThat(read).hasSize(50).startsWith("53", "52");
        var rest = admin.get(points + "/movements?cursor=" + view.text("nextCursor")).mustBe(200);
        rest.body().path("items").forEach(m -> read.add(m.path("points").asString()));
        assertThat(read).hasSize(53).endsWith("2", "1");
        assertThat(pages(points + "/movements", "items", "points", 20)).isEqualTo(read);
    }

    @Test
    void the_menu_as_staff_edit_it_and_the_tables() {
        var here = house.here();
        var category =
                admin.get(here + "/menu/categories")
                        .mustBe(200)
                        .body()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        for (int i = 1; i <= 4; i++) {
            admin.post(here + "/menu/categories", "{\"name\":\"Sección %d\"}".formatted(i))
                    .mustBe(201);
            admin.post(
                            here + "/menu/modifier-groups",
                            "{\"name\":\"Grupo %d\",\"max\":1,\"options\":[{\"name\":\"Sí\"}]}"
                                    .formatted(i))
                    .mustBe(201);
            admin.post(
                            here + "/menu/dishes",
                            "{\"name\":\"Plato %d\",\"category\":\"%s\",\"price\":\"10.00\"}"
                                    .formatted(i, category))
                    .mustBe(201);
            var table =
                    admin.post(here + "/tables", "{\"number\":%d}".formatted(10 - i)).mustBe(201);
            admin.get(here + "/tables/" + table.id(), table).mustBe(200);
        }
        for (var list : List.of("/menu/categories", "/menu/modifier-groups", "/menu/dishes")) {
            await(list).atMost(SOON).until(() -> pages(here + list, "items", "id", 100).size() > 3);
            assertThat(pages(here + list, "items", "id", 2))
                    .as(list)
                    .doesNotHaveDuplicates()
                    .isEqualTo(pages(here + list, "items", "id", 100));
        }
        assertThat(pages(here + "/tables", "items", "number", 3))
                .containsExactly("6", "7", "8", "9");
        assertThat(pages(here + "/menu/dishes", "items", "name", 1))
                .endsWith("Plato 1", "Plato 2", "Plato 3", "Plato 4");
    }

    @Test
    void a_page_of_dishes_goes_on_where_the_last_dish_stands() {
        var dishes = house.here() + "/menu/dishes";
        var foreign = LiveHouse.opened(new Http("http://localhost:" + port, ""));
        var theirs = foreign.admin().get(foreign.here() + "/menu/dishes?limit=1").mustBe(200);
        assertThat(theirs.body().path("items")).hasSize(1);
        var cursor =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("|" + foreign.dish()).getBytes(StandardCharsets.UTF_8));
        assertThat(admin.get(dishes + "?cursor=" + cursor).mustBe(400).code())
                .isEqualTo("CURSOR_MALFORMED");
    }

    @Test
    void branches_as_far_as_one_reaches() {
        for (int i = 1; i <= 3; i++) {
            admin.post(
                            V + "/branches",
                            "{\"name\":\"Sede %d\",\"address\":\"Av. Grau %d\"}".formatted(i, i))
                    .mustBe(201);
        }
        await().atMost(SOON).until(() -> pages(V + "/branches", "items", "id", 100).size() == 4);
        assertThat(pages(V + "/branches", "items", "id", 1))
                .isEqualTo(pages(V + "/branches", "items", "id", 100));
    }

    private List<String> pages(String path, String items, String field, int limit) {
        var all = new ArrayList<String>();
        var cursor = "";
        do {
            var page = admin.get(path + "?limit=" + limit + "&cursor=" + cursor).mustBe(200);
            assertThat(page.body().path(items).size()).isLessThanOrEqualTo(limit);
            page.body().path(items).forEach(one -> all.add(one.path(field).asString()));
            cursor = page.text("nextCursor");
        } while (!cursor.isEmpty());
        return all;
    }
}
