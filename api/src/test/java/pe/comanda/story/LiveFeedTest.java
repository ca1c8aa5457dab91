package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.IntegrationTest;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What each screen is told while it is open, when it opens, and when it comes back. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveFeedTest extends LiveScreens {
    private static final String V = "/api/v1";

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
                assertThat(one.snapshot().path("tables").valueStream())
                        .singleElement()
                        .matches(it -> it.path("id").asString().equals(table));
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
                        .isSubsetOf(
                                "snapshot", "order.changed", "session.changed", "table.changed");
                assertThat(kitchen.ears().types())
                        .isSubsetOf("snapshot", "order.changed", "menu.changed");
            }
        }
    }

    @Test
    void a_table_is_followed_by_itself() {
        var first = house.seated();
        var second = house.seated();
        var shown = house.confirmed(first, 1);
        var other = house.confirmed(second, 1);
        try (var table = house.follows(house.waiter(), first.table())) {
            assertThat(ids(table.snapshot().path("tables"))).containsExactly(first.table());
            assertThat(ids(table.snapshot().path("sessions"))).containsExactly(first.session());
            assertThat(ids(table.snapshot().path("orders"))).containsExactly(shown);
            var more = house.ordered(first, 1);
            table.awaits("order.changed", m -> id(m, "order").equals(more));
            var unheard = house.ordered(second, 1);
            house.admin()
                    .post(V + "/orders/" + other + "/cancellation", "{\"reason\":\"prueba\"}")
                    .mustBe(200);
            for (var order : List.of(shown, more)) {
                house.admin()
                        .post(V + "/orders/" + order + "/cancellation", "{\"reason\":\"prueba\"}")
                        .mustBe(200);
            }
            house.admin()
                    .post(house.here() + "/sessions/" + first.session() + "/end", "{}")
                    .mustBe(200);
            table.awaits("session.changed", m -> status(m, "session").equals("ENDED"));
            table.awaits("table.changed", m -> status(m, "table").equals("AVAILABLE"));
            assertThat(table.ears().heard().toString())
                    .doesNotContain(second.table(), second.session(), other, unheard);
        }
    }

    @Test
    void a_table_is_followed_by_those_who_read_tables_and_where_it_stands() {
        var table = house.seated().table();
        var wish = "{\"branch\":\"%s\",\"table\":\"%s\"}";
        var here = house.tenant().branch();
        house.cook().post(V + "/live/tickets", wish.formatted(here, table)).mustBe(403);
        house.waiter().post(V + "/live/tickets", wish.formatted(here, "table-none")).mustBe(404);
    }

    private static List<String> ids(JsonNode things) {
        return things.valueStream().map(it -> it.path("id").asString()).toList();
    }

    private static String id(JsonNode message, String thing) {
        return message.path("body").path(thing).path("id").asString();
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

    @Test
    void what_is_too_much_for_one_message_comes_in_parts_and_nothing_is_missing() {
        var orders = new TreeSet<String>();
        for (int i = 0; i < 205; i++) {
            orders.add(house.takenAway());
        }
        try (var floor = house.opens(house.waiter())) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> shownAndTold(floor.ears()).equals(orders));
        }
        try (var late = house.opens(house.waiter())) {
            assertThat(late.ears().types()).startsWith("snapshot.part", "snapshot");
            var part = late.ears().first("snapshot.part");
            assertThat(part.has("sequence")).isFalse();
            assertThat(part.path("body").path("orders")).hasSize(200);
            assertThat(shownAndTold(late.ears())).isEqualTo(orders);
            try (var again =
                    Ears.open(house.waiter(), house.tenant().branch(), late.snapshotSequence())) {
                again.awaits("resumed", _ -> true);
                assertThat(again.types()).doesNotContain("snapshot.part", "snapshot");
            }
        }
    }

    private static Set<String> shownAndTold(Ears ears) {
        var orders = new TreeSet<String>();
        for (var message : ears.heard()) {
            var body = message.path("body");
            body.path("orders").forEach(order -> orders.add(order.path("id").asString()));
            if (body.has("order")) {
                orders.add(body.path("order").path("id").asString());
            }
        }
        return orders;
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
