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

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What each screen is told while it is open, when it opens, and when it comes back. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveFeedTest {
    private static final String V = "/api/v1";
    @LocalServerPort private int port;
    private LiveHouse house;

    @BeforeEach
    void a_house_of_its_own() {
        house = LiveHouse.opened(new Http("http://localhost:" + port, ""));
    }

    @Test
    void a_party_is_followed_by_the_floor_and_by_itself_and_by_nobody_else() {
        try (var floor = house.opens(house.waiter());
                var kitchen = house.opens(house.cook())) {
            var first = house.seated();
            var table = first.table();
            floor.awaits("session.changed", m -> events(m).contains("SessionRequested"));
            floor.awaits("session.changed", m -> events(m).contains("SessionApproved"));
            floor.awaits(
                    "table.changed",
                    m ->
                            m.path("body").path("table").path("id").asString().equals(table)
                                    && status(m, "table").equals("OCCUPIED"));
            var second = house.seated();
            try (var one = house.opens(first.http());
                    var other = house.opens(second.http())) {
                assertThat(one.snapshot().path("sessions")).hasSize(1);
                assertThat(one.snapshot().path("tables")).isEmpty();
                var order = house.ordered(first, 1);
                one.ears().awaits("order.changed", m -> status(m, "order").equals("PENDING"));
                house.waiter()
                        .post(V + "/orders/" + order + "/cancellation", "{\"reason\":\"x\"}")
                        .mustBe(403);
                house.admin()
                        .post(V + "/orders/" + order + "/cancellation", "{\"reason\":\"prueba\"}")
                        .mustBe(200);
                house.admin()
                        .post(house.here() + "/sessions/" + first.session() + "/end", "{}")
                        .mustBe(200);
                one.ears().awaits("session.changed", m -> status(m, "session").equals("ENDED"));
                floor.awaits(
                        "table.changed",
                        m ->
                                m.path("body").path("table").path("id").asString().equals(table)
                                        && status(m, "table").equals("AVAILABLE"));
                assertThat(other.ears().types()).containsOnly("snapshot");
                assertThat(one.ears().types())
                        .isSubsetOf("snapshot", "order.changed", "session.changed");
                assertThat(kitchen.ears().types())
                        .isSubsetOf("snapshot", "order.changed", "menu.changed");
            }
        }
    }

    @Test
    void whoever_comes_back_gets_exactly_what_they_missed() {
        var diner = house.seated();
        try (var phone = house.opens(diner.http());
                var kitchen = house.opens(house.cook());
                var floor = house.opens(house.waiter())) {
            house.confirmed(diner, 5);
            house.cook()
                    .post(
                            house.here() + "/menu/dishes/" + house.dish() + "/availability",
                            "{\"available\":false}")
                    .mustBe(200);
            for (var screen : List.of(phone, kitchen, floor)) {
                screen.awaits("menu.availability", m -> true);
            }
            for (var screen : List.of(phone, kitchen, floor)) {
                long start = screen.snapshotSequence();
                try (var again = Ears.open(screen.who(), house.tenant().branch(), start)) {
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> again.lastSequence() >= screen.ears().lastSequence());
                    assertThat(told(again)).containsExactlyElementsOf(told(screen.ears()));
                    assertThat(again.heard("snapshot")).isFalse();
                }
            }
        }
    }

    @Test
    void whoever_comes_back_from_the_future_starts_over() {
        try (var ears = Ears.open(house.cook(), house.tenant().branch(), 1_000_000_000L)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
        }
    }

    private static List<String> told(Ears ears) {
        return ears.heard().stream()
                .filter(m -> !Set.of("snapshot", "resumed").contains(type(m)))
                .map(m -> m.path("sequence").asLong() + " " + type(m))
                .toList();
    }

    private static String type(JsonNode message) {
        return message.path("type").asString("");
    }

    private static String events(JsonNode message) {
        return message.path("body").path("events").toString();
    }

    private static String status(JsonNode message, String of) {
        return message.path("body").path(of).path("status").asString("");
    }
}
