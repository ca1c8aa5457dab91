package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.FourEyesSet;
import pe.comanda.domain.invoicing.FiscalSettingsId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an auditor reads: who did what, when and why, and how anything stood at any moment. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTest {
    private static final String AUDIT = Story.V + "/audit";
    @Autowired private EventStore events;
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
    void the_moments_may_be_instants_and_before_the_first_all_is_new() {
        var order = things.get("order");
        var entries = items("aggregate=" + order);
        var path = AUDIT + "/aggregates/" + order + "/difference";
        var second = entries.get(1).path("at").asString();
        var last = entries.getLast().path("at").asString();

        var byInstants = auditor.get(path + "?from=" + second + "&until=" + last).mustBe(200);
        var byNumbers =
                auditor.get(path + "?from=1&until=" + (entries.size() - 1)).mustBe(200).body();
        assertThat(byInstants.body()).isEqualTo(byNumbers);
        assertThat(byInstants.body().path("changes")).isNotEmpty();
        assertThat(auditor.get(path + "?from=" + second).mustBe(200).body()).isEqualTo(byNumbers);

        var born = auditor.get(path + "?from=2020-01-01T00:00:00Z&until=0").mustBe(200).body();
        assertThat(born.path("from").asInt()).isEqualTo(-1);
        assertThat(born.path("changes").valueStream().map(c -> c.path("path").asString()))
                .contains("/is", "/state");
        assertThat(born.path("changes")).allMatch(change -> !change.has("before"));
        auditor.get(path + "?from=0&until=2020-01-01T00:00:00Z").mustBe(404);
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
    void a_window_of_time_shows_all_of_it_though_clocks_differ() {
        var order = things.get("order");
        var whole = items("aggregate=" + order);
        var first = Instant.parse(whole.getFirst().path("at").asString());
        var last = Instant.parse(whole.getLast().path("at").asString()).plusMillis(1);
        var window = "&from=" + first + "&until=" + last;
        assertThat(items("aggregate=" + order + window)).isEqualTo(whole);
        assertThat(items("limit=500" + window)).containsAll(whole);
        assertThat(items("aggregate=" + order + "&from=" + last)).isEmpty();

        var earlier = first.minus(Duration.ofMinutes(3));
        var late = "fiscal-late-" + UUID.randomUUID();
        publish(late, earlier);
        await().atMost(Duration.ofSeconds(20)).until(() -> !items("aggregate=" + late).isEmpty());
        assertThat(items("type=invoicing.FourEyesSet&from=%s&until=%s".formatted(earlier, first)))
                .extracting(entry -> entry.path("aggregate").asString())
                .contains(late);
    }

    /** By a node whose clock is late: behind events that happened after it. */
    private void publish(String aggregate, Instant at) {
        var here = Caller.system("org-demo", Story.BRANCH, "audit-test");
        var said = new FourEyesSet(new FiscalSettingsId(aggregate), null);
        TenantScope.run(
                "org-demo",
                () ->
                        events.publish(
                                new GenericDomainEventMessage<>(
                                        "FiscalSettings",
                                        aggregate,
                                        0,
                                        new GenericEventMessage<>(said, here.toMetadata()),
                                        at)));
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
        assertThat(paged(filter, 2)).isEqualTo(whole);
        assertThat(exported(filter)).containsExactlyElementsOf(events(whole));
    }

    private List<JsonNode> paged(String filter, int limit) {
        var paged = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var path = AUDIT + "/timeline?limit=" + limit + "&cursor=" + cursor + "&" + filter;
            var page = auditor.get(path).mustBe(200).body();
            page.path("items").forEach(paged::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return paged;
    }

    private List<String> exported(String filter) {
        var json = JsonMapper.builder().build();
        var export = auditor.get(AUDIT + "/export?" + filter).mustBe(200).bytes();
        return events(
                new String(export, StandardCharsets.UTF_8).lines().map(json::readTree).toList());
    }

    private static List<String> events(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("event").asString()).toList();
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
