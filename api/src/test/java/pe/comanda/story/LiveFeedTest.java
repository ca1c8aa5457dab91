package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Newcomers.Tenant;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What each screen is told while it is open, when it opens, and when it comes back. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveFeedTest {
    private static final String V = "/api/v1";
    @LocalServerPort private int port;
    private Http anybody;
    private Tenant house;
    private Http admin;
    private Http waiter;
    private Http cook;
    private String here;
    private String dish;
    private String fish;

    /** A house with one dish, made of half a kilogram of the two that there are. */
    @BeforeEach
    void a_house_of_its_own() {
        anybody = new Http("http://localhost:" + port, "");
        var newcomers = new Newcomers(anybody);
        house = newcomers.signUp();
        admin = house.asAdmin();
        here = V + "/branches/" + house.branch();
        newcomers.hire(house, "moza", "WAITER");
        newcomers.hire(house, "cocina", "KITCHEN");
        waiter = newcomers.signIn("moza").http();
        cook = newcomers.signIn("cocina").http();
        var category = made(admin.post(here + "/menu/categories", "{\"name\":\"Fondos\"}"));
        dish =
                made(
                        admin.post(
                                here + "/menu/dishes",
                                "{\"category\":\"%s\",\"name\":\"Sudado\",\"price\":\"30.00\"}"
                                        .formatted(category)));
        fish =
                made(
                        admin.post(
                                here + "/inventory/items",
                                "{\"name\":\"Cabrilla\",\"unit\":\"KILOGRAM\",\"minimum\":\"1.6\",\"opening\":\"2\"}"));
        admin.exchange(
                        "PUT",
                        here + "/recipes/" + dish,
                        "{\"ingredients\":[{\"item\":\"%s\",\"quantity\":\"0.5\",\"unit\":\"KILOGRAM\"}]}"
                                .formatted(fish),
                        Map.of())
                .mustBe(200);
    }

    @Test
    void a_party_is_followed_by_the_floor_and_by_itself_and_by_nobody_else() {
        try (var floor = open(waiter);
                var kitchen = open(cook)) {
            var first = seated();
            var table = first.table();
            floor.awaits("session.changed", m -> events(m).contains("SessionRequested"));
            floor.awaits("session.changed", m -> events(m).contains("SessionApproved"));
            floor.awaits(
                    "table.changed",
                    m ->
                            m.path("body").path("table").path("id").asString().equals(table)
                                    && status(m, "table").equals("OCCUPIED"));
            var second = seated();
            try (var one = open(first.http());
                    var other = open(second.http())) {
                assertThat(one.snapshot().path("sessions")).hasSize(1);
                assertThat(one.snapshot().path("tables")).isEmpty();
                var order = ordered(first, 1);
                one.ears.awaits("order.changed", m -> status(m, "order").equals("PENDING"));
                waiter.post(V + "/orders/" + order + "/cancellation", "{\"reason\":\"x\"}")
                        .mustBe(403);
                admin.post(V + "/orders/" + order + "/cancellation", "{\"reason\":\"prueba\"}")
                        .mustBe(200);
                admin.post(here + "/sessions/" + first.session() + "/end", "{}").mustBe(200);
                one.ears.awaits("session.changed", m -> status(m, "session").equals("ENDED"));
                floor.awaits(
                        "table.changed",
                        m ->
                                m.path("body").path("table").path("id").asString().equals(table)
                                        && status(m, "table").equals("AVAILABLE"));
                assertThat(other.ears.types()).containsOnly("snapshot");
                assertThat(one.ears.types())
                        .isSubsetOf("snapshot", "order.changed", "session.changed");
                assertThat(kitchen.ears.types())
                        .isSubsetOf("snapshot", "order.changed", "menu.changed");
            }
        }
    }

    @Test
    void a_dish_that_is_off_is_off_on_every_screen_and_in_every_snapshot() {
        var diner = seated();
        try (var phone = open(diner.http());
                var kitchen = open(cook)) {
            cook.post(here + "/menu/dishes/" + dish + "/availability", "{\"available\":false}")
                    .mustBe(200);
            for (var screen : List.of(phone, kitchen)) {
                var told = screen.awaits("menu.availability", m -> true).path("body");
                assertThat(told.path("dish").path("id").asString()).isEqualTo(dish);
                assertThat(told.path("dish").path("name").asString()).isEqualTo("Sudado");
                assertThat(told.path("dish").path("available").asBoolean()).isFalse();
            }
            try (var late = open(diner.http())) {
                assertThat(late.snapshot().path("dishesOff").get(0).path("id").asString())
                        .isEqualTo(dish);
            }
            cook.post(here + "/menu/dishes/" + dish + "/availability", "{\"available\":true}")
                    .mustBe(200);
            phone.awaits("menu.availability", LiveFeedTest::isAvailable);
            try (var late = open(diner.http())) {
                assertThat(late.snapshot().path("dishesOff")).isEmpty();
            }
        }
    }

    @Test
    void stock_that_runs_low_and_out_is_told_to_staff_and_takes_the_dish_off_until_there_is_more() {
        var diner = seated();
        try (var phone = open(diner.http());
                var kitchen = open(cook);
                var floor = open(waiter)) {
            confirmed(diner, 1);
            var low = kitchen.awaits("stock.low", m -> true).path("body").path("item");
            assertThat(low.path("name").asString()).isEqualTo("Cabrilla");
            assertThat(low.path("balance").asString()).isEqualTo("1.5");

            confirmed(diner, 3);
            kitchen.awaits("stock.out", m -> true);
            phone.awaits("menu.availability", m -> !isAvailable(m));
            var refused =
                    diner.http()
                            .post(
                                    here + "/orders",
                                    "{\"type\":\"DINE_IN\",\"session\":\"%s\",\"lines\":[{\"dish\":\"%s\",\"quantity\":1}]}"
                                            .formatted(diner.session(), dish));
            assertThat(refused.code()).isEqualTo("DISH_NOT_AVAILABLE");

            admin.post(
                            here + "/inventory/items/" + fish + "/purchases",
                            "{\"quantity\":\"4\",\"cost\":\"20\"}")
                    .mustBe(200);
            kitchen.awaits("stock.recovered", m -> true);
            phone.awaits("menu.availability", LiveFeedTest::isAvailable);
            assertThat(phone.ears.types()).doesNotContain("stock.low", "stock.out");
            assertThat(floor.ears.types()).doesNotContain("stock.low", "stock.out");
        }
    }

    @Test
    void a_shortage_is_told_to_staff_who_decide_on_it() {
        var diner = seated();
        try (var phone = open(diner.http());
                var kitchen = open(cook);
                var floor = open(waiter)) {
            var order = confirmed(diner, 5);
            for (var screen : List.of(kitchen, floor)) {
                var shortage =
                        screen.awaits("stock.shortage", m -> true).path("body").path("shortage");
                assertThat(shortage.path("order").asString()).isEqualTo(order);
                assertThat(shortage.path("state").asString()).isEqualTo("SHORT");
                assertThat(shortage.path("missing").get(0).path("name").asString())
                        .isEqualTo("Cabrilla");
                assertThat(shortage.path("missing").get(0).path("needed").asString())
                        .isEqualTo("2.5");
            }
            try (var late = open(cook)) {
                assertThat(late.snapshot().path("shortages")).hasSize(1);
            }
            // Another view than the feed's: it may be a moment behind.
            var id =
                    await().until(
                                    () ->
                                            admin.get(here + "/inventory/shortages")
                                                    .mustBe(200)
                                                    .body()
                                                    .path("items")
                                                    .path(0)
                                                    .path("id")
                                                    .asString(""),
                                    found -> !found.isEmpty());
            var decision = "{\"decision\":\"TAKE_ANYWAY\",\"reason\":\"Llega más a las ocho\"}";
            waiter.post(here + "/inventory/shortages/" + id + "/decision", decision).mustBe(403);
            admin.post(here + "/inventory/shortages/" + id + "/decision", decision).mustBe(200);
            floor.awaits(
                    "stock.shortage",
                    m ->
                            m.path("body")
                                    .path("shortage")
                                    .path("state")
                                    .asString()
                                    .equals("CONFIRMED"));
            kitchen.awaits("stock.out", m -> true);
            assertThat(phone.ears.types()).doesNotContain("stock.shortage", "stock.out");
            try (var late = open(cook)) {
                assertThat(late.snapshot().path("shortages")).isEmpty();
                assertThat(late.snapshot().path("stock")).hasSize(1);
            }
        }
    }

    @Test
    void whoever_comes_back_gets_exactly_what_they_missed() {
        var diner = seated();
        try (var phone = open(diner.http());
                var kitchen = open(cook);
                var floor = open(waiter)) {
            confirmed(diner, 5);
            cook.post(here + "/menu/dishes/" + dish + "/availability", "{\"available\":false}")
                    .mustBe(200);
            for (var screen : List.of(phone, kitchen, floor)) {
                screen.awaits("menu.availability", m -> true);
            }
            for (var screen : List.of(phone, kitchen, floor)) {
                long start = screen.snapshotSequence();
                try (var again = Ears.open(screen.who, house.branch(), start)) {
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> again.lastSequence() >= screen.ears.lastSequence());
                    assertThat(told(again)).containsExactlyElementsOf(told(screen.ears));
                    assertThat(again.heard("snapshot")).isFalse();
                }
            }
        }
    }

    @Test
    void whoever_comes_back_from_the_future_starts_over() {
        try (var ears = Ears.open(cook, house.branch(), 1_000_000_000L)) {
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

    private static boolean isAvailable(JsonNode message) {
        return message.path("body").path("dish").path("available").asBoolean(false);
    }

    /** Somebody's open screen. */
    private record Screen(Http who, Ears ears) implements AutoCloseable {
        JsonNode snapshot() {
            return ears.first("snapshot").path("body");
        }

        long snapshotSequence() {
            return ears.first("snapshot").path("sequence").asLong();
        }

        JsonNode awaits(String type, Predicate<JsonNode> which) {
            return ears.awaits(type, which);
        }

        @Override
        public void close() {
            ears.close();
        }
    }

    private Screen open(Http who) {
        var ears = Ears.open(who, house.branch(), -1);
        await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
        return new Screen(who, ears);
    }

    private Guest seated() {
        return Guest.seatedIn(house, waiter, anybody);
    }

    private String ordered(Guest party, int quantity) {
        return made(
                party.http()
                        .post(
                                here + "/orders",
                                "{\"type\":\"DINE_IN\",\"session\":\"%s\",\"lines\":[{\"dish\":\"%s\",\"quantity\":%d}]}"
                                        .formatted(party.session(), dish, quantity)));
    }

    private String confirmed(Guest party, int quantity) {
        var order = ordered(party, quantity);
        waiter.post(V + "/orders/" + order + "/confirmation", "{}").mustBe(200);
        return order;
    }

    private static String made(Http.Answer answer) {
        return answer.mustBe(201).id();
    }
}
