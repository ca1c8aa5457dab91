package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an auditor reads: who did what, when and why, and how anything stood at any moment. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTest {
    private static final String AUDIT = Story.V + "/audit";
    @LocalServerPort private int port;
    private Http auditor;
    private Http manager;
    private Map<String, String> things;

    @BeforeEach
    void something_happened() {
        var anybody = new Http("http://localhost:" + port, "");
        auditor = anybody.signIn("auditor");
        manager = anybody.signIn("gerente");
        things = TenantWallTest.somethingOfEachKind(anybody);
        var points =
                manager.post(
                                Story.V
                                        + "/customers/"
                                        + things.get("customer")
                                        + "/points/adjustments",
                                "{\"points\":10,\"reason\":\"Bienvenida\"}")
                        .mustBe(200);
        things.put("points", points.id());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !items("aggregate=" + things.get("points")).isEmpty());
    }

    @Test
    void anything_is_shown_as_it_stood_after_its_first_event_and_as_it_is() {
        for (var kind :
                List.of(
                        "organization",
                        "branch",
                        "staff",
                        "dish",
                        "category",
                        "group",
                        "table",
                        "session",
                        "order",
                        "item",
                        "deduction",
                        "points",
                        "coupon",
                        "reward",
                        "invoice")) {
            var path = AUDIT + "/aggregates/" + things.get(kind) + "/as-of";
            var first = auditor.get(path + "?version=0").mustBe(200);
            var now = auditor.get(path).mustBe(200);
            assertThat(first.body().path("state").path("is").asString()).as(kind).isNotEmpty();
            assertThat(first.body().path("version").asInt()).as(kind).isZero();
            assertThat(now.body().path("version").asInt()).as(kind).isNotNegative();
        }
    }

    @Test
    void an_instant_shows_what_was_true_then() {
        var order = things.get("order");
        var entries = items("aggregate=" + order);
        var path = AUDIT + "/aggregates/" + order + "/as-of";
        var second = entries.get(1);
        var then = auditor.get(path + "?at=" + second.path("at").asString()).mustBe(200);
        assertThat(then.body().path("version").asInt()).isEqualTo(1);
        assertThat(then.body().path("state"))
                .isEqualTo(auditor.get(path + "?version=1").body().path("state"));
        auditor.get(path + "?at=2020-01-01T00:00:00Z").mustBe(404);
    }

    @Test
    void the_difference_between_two_moments_names_what_changed() {
        var changes =
                auditor.get(
                                AUDIT
                                        + "/aggregates/"
                                        + things.get("order")
                                        + "/difference?from=0&until=99")
                        .mustBe(200)
                        .body()
                        .path("changes");
        assertThat(changes.valueStream().map(c -> c.path("path").asString()))
                .contains("/state/confirmations", "/state/payments/standing/0")
                .allMatch(path -> path.startsWith("/"));
        var same =
                auditor.get(
                                AUDIT
                                        + "/aggregates/"
                                        + things.get("order")
                                        + "/difference?from=0&until=0")
                        .mustBe(200);
        assertThat(same.body().path("changes")).isEmpty();
    }

    @Test
    void a_timeline_is_filtered_by_who_what_where_and_why() {
        var order = things.get("order");
        var placed = items("aggregate=" + order).getFirst();
        for (var filter : List.of("actor", "type", "branch", "correlation")) {
            var wanted = placed.path(filter).asString();
            var found = items("limit=500&" + filter + "=" + wanted);
            assertThat(found).as(filter).isNotEmpty();
            assertThat(found)
                    .as(filter)
                    .allMatch(entry -> entry.path(filter).asString().equals(wanted));
        }
        assertThat(placed.path("cause").asString()).startsWith("command:PlaceOrder:");
        assertThat(placed.path("role").asString()).isEqualTo("CASHIER");
        assertThat(items("aggregate=" + order + "&until=" + placed.path("at").asString()))
                .isEmpty();
    }

    @Test
    void what_followed_from_one_request_bears_its_correlation() {
        var order = things.get("order");
        var confirmed =
                items("aggregate=" + order + "&type=ordering.OrderConfirmed")
                        .getFirst()
                        .path("correlation")
                        .asString();
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                items("correlation=" + confirmed).stream()
                                        .map(entry -> entry.path("type").asString())
                                        .toList()
                                        .contains("inventory.StockDeducted"));
    }

    @Test
    void page_after_page_makes_the_whole_and_so_does_the_export() {
        var filter = "aggregate=" + things.get("order");
        var whole = items(filter + "&limit=500");
        var paged = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page =
                    auditor.get(
                                    AUDIT
                                            + "/timeline?limit=2&"
                                            + filter
                                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                            .mustBe(200)
                            .body();
            page.path("items").forEach(paged::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(whole);

        var export = auditor.get(AUDIT + "/export?" + filter).mustBe(200);
        var json = JsonMapper.builder().build();
        assertThat(
                        new String(export.bytes(), StandardCharsets.UTF_8)
                                .lines()
                                .map(line -> json.readTree(line).path("event").asString()))
                .containsExactlyElementsOf(
                        whole.stream().map(entry -> entry.path("event").asString()).toList());
    }

    private List<JsonNode> items(String filter) {
        return auditor.get(AUDIT + "/timeline?" + filter)
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
