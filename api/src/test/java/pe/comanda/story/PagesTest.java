package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.time.Duration;
import java.util.ArrayList;
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
