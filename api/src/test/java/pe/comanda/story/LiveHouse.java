package pe.comanda.story;

import static org.awaitility.Awaitility.await;

import pe.comanda.story.Newcomers.Tenant;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A house with one dish, made of half a kilogram of the two that there are, and its people. */
record LiveHouse(
        Tenant tenant, Http anybody, Http admin, Http waiter, Http cook, String dish, String fish) {
    static LiveHouse opened(Http anybody) {
        var newcomers = new Newcomers(anybody);
        var tenant = newcomers.signUp();
        var admin = tenant.asAdmin();
        var here = Story.V + "/branches/" + tenant.branch();
        newcomers.hire(tenant, "moza", "WAITER");
        newcomers.hire(tenant, "cocina", "KITCHEN");
        var category =
                admin.post(here + "/menu/categories", "{\"name\":\"Fondos\"}").mustBe(201).id();
        var dish =
                admin.post(
                                here + "/menu/dishes",
                                "{\"category\":\"%s\",\"name\":\"Sudado\",\"price\":\"30.00\"}"
                                        .formatted(category))
                        .mustBe(201)
                        .id();
        var fish =
                admin.post(
                                here + "/inventory/items",
                                "{\"name\":\"Cabrilla\",\"unit\":\"KILOGRAM\",\"minimum\":\"1.6\",\"opening\":\"2\"}")
                        .mustBe(201)
                        .id();
        admin.exchange(
                        "PUT",
                        here + "/recipes/" + dish,
                        "{\"ingredients\":[{\"item\":\"%s\",\"quantity\":\"0.5\",\"unit\":\"KILOGRAM\"}]}"
                                .formatted(fish),
                        Map.of())
                .mustBe(200);
        return new LiveHouse(
                tenant,
                anybody,
                admin,
                newcomers.signIn("moza").http(),
                newcomers.signIn("cocina").http(),
                dish,
                fish);
    }

    String here() {
        return Story.V + "/branches/" + tenant.branch();
    }

    /** Somebody's open screen. */
    record Screen(Http who, Ears ears) implements AutoCloseable {
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

    Screen opens(Http who) {
        var ears = Ears.open(who, tenant.branch(), -1);
        await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
        return new Screen(who, ears);
    }

    /** The screen of somebody who follows one table. */
    Screen follows(Http who, String table) {
        var ears = Ears.open(who, tenant.branch(), table);
        await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
        return new Screen(who, ears);
    }

    Guest seated() {
        return Guest.seatedIn(tenant, waiter, anybody);
    }

    String ordered(Guest party, int quantity) {
        return party.http()
                .post(
                        here() + "/orders",
                        "{\"type\":\"DINE_IN\",\"session\":\"%s\",\"lines\":[{\"dish\":\"%s\",\"quantity\":%d}]}"
                                .formatted(party.session(), dish, quantity))
                .mustBe(201)
                .id();
    }

    /** An order that nobody has confirmed: it takes nothing from stock. */
    String takenAway() {
        return waiter.post(
                        here() + "/orders",
                        "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"%s\",\"quantity\":1}]}"
                                .formatted(dish))
                .mustBe(201)
                .id();
    }

    String confirmed(Guest party, int quantity) {
        var order = ordered(party, quantity);
        waiter.post(Story.V + "/orders/" + order + "/confirmation", "{}").mustBe(200);
        return order;
    }

    /** Whether a message says that a dish can be had. */
    static boolean isAvailable(JsonNode message) {
        return message.path("body").path("dish").path("available").asBoolean(false);
    }
}
