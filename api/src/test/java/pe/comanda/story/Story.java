package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/**
 * An evening at Mar de Lima, told as the README tells it, over HTTP and WebSocket only. Where the
 * events are kept is up to whoever runs it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class Story {
    static final String V = "/api/v1";
    static final String BRANCH = "branch-demo-miraflores";
    static final String DISH = "dish-demo-miraflores-";
    static final String OPTION = "option-demo-miraflores-";

    /** Somebody without a token. */
    abstract Http anybody();

    @Test
    void
            a_table_orders_the_kitchen_cooks_stock_goes_down_the_bill_is_paid_and_an_auditor_replays_it() {
        var waiter = anybody().signIn("moza");
        var cook = anybody().signIn("cocina");
        var cashier = anybody().signIn("caja");
        var manager = anybody().signIn("gerente");
        var auditor = anybody().signIn("auditor");

        // A diner scans, asks, is let in, and gets a token and a socket of its own.
        var table = freeTable(waiter);
        var asked =
                anybody()
                        .post(
                                V + "/public/tables/" + table.qr() + "/sessions",
                                "{\"name\":\"Ana\",\"guests\":2}")
                        .mustBe(201);
        var session = asked.text("session");
        var claim = "{\"claim\":\"" + asked.text("claim") + "\"}";
        anybody().post(V + "/public/sessions/" + session + "/token", claim).mustBe(202);
        waiter.post(V + "/branches/" + BRANCH + "/sessions/" + session + "/approval", "{}")
                .mustBe(200);
        var diner =
                anybody()
                        .as(
                                await().atMost(Duration.ofSeconds(10))
                                        .until(
                                                () ->
                                                        anybody()
                                                                .post(
                                                                        V
                                                                                + "/public/sessions/"
                                                                                + session
                                                                                + "/token",
                                                                        claim),
                                                a -> a.status() == 200)
                                        .text("token"));

        try (var kitchenEars = Ears.open(cook, BRANCH, -1);
                var dinerEars = Ears.open(diner, BRANCH, -1)) {
            await().until(() -> kitchenEars.heard("snapshot") && dinerEars.heard("snapshot"));

            // Two rounds; what the menu said is copied; a dish that is off is refused.
            var order =
                    diner.post(
                                    V + "/branches/" + BRANCH + "/orders",
                                    """
                    {"type":"DINE_IN","session":"%s","lines":[
                      {"dish":"%sceviche-clasico","quantity":2,"options":["%spicante-regular","%stamano-personal"],"note":"sin culantro"},
                      {"dish":"%schicha-morada","quantity":1}]}"""
                                            .formatted(session, DISH, OPTION, OPTION, DISH))
                            .mustBe(201)
                            .id();
            diner.post(
                            V + "/orders/" + order + "/rounds",
                            "{\"lines\":[{\"dish\":\"" + DISH + "pisco-sour\",\"quantity\":2}]}")
                    .mustBe(200);
            cook.post(
                            V
                                    + "/branches/"
                                    + BRANCH
                                    + "/menu/dishes/"
                                    + DISH
                                    + "parihuela/availability",
                            "{\"available\":false}")
                    .mustBe(200);
            var off =
                    diner.post(
                            V + "/orders/" + order + "/rounds",
                            "{\"lines\":[{\"dish\":\""
                                    + DISH
                                    + "parihuela\",\"quantity\":1,\"options\":[\""
                                    + OPTION
                                    + "picante-sin\"]}]}");
            assertThat(off.status()).isEqualTo(409);
            assertThat(off.code()).isEqualTo("DISH_NOT_AVAILABLE");
            cook.post(
                            V
                                    + "/branches/"
                                    + BRANCH
                                    + "/menu/dishes/"
                                    + DISH
                                    + "parihuela/availability",
                            "{\"available\":true}")
                    .mustBe(200);

            // Confirmed: the saga takes every ingredient once.
            var fishBefore = balance(manager, "pescado");
            waiter.post(V + "/orders/" + order + "/confirmation", "{}").mustBe(200);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> balance(manager, "pescado") < fishBefore);
            assertThat(balance(manager, "pescado")).isEqualTo(fishBefore - 0.44, offset(1e-6));

            // What runs low is told; what is short is seen by staff, who decide.
            count(manager, "suspiro", 6);
            confirmed(waiter, "suspiro", 3);
            kitchenEars.awaits("stock.low", m -> about(m, "item").endsWith("-suspiro"));
            var tooMany = confirmed(waiter, "suspiro", 5);
            var shortage =
                    kitchenEars
                            .awaits(
                                    "stock.shortage",
                                    m ->
                                            m.path("body")
                                                    .path("shortage")
                                                    .path("order")
                                                    .asString()
                                                    .equals(tooMany))
                            .path("body")
                            .path("shortage");
            assertThat(shortage.path("missing").get(0).path("needed").asString()).isEqualTo("5");
            var shortages = V + "/branches/" + BRANCH + "/inventory/shortages";
            // Another view than the feed's: it may be a moment behind.
            await().atMost(Duration.ofSeconds(10))
                    .until(
                            () ->
                                    manager.get(shortages)
                                            .mustBe(200)
                                            .body()
                                            .toString()
                                            .contains(shortage.path("id").asString()));
            manager.post(
                            shortages + "/" + shortage.path("id").asString() + "/decision",
                            "{\"decision\":\"TAKE_ANYWAY\",\"reason\":\"Llegan más a las ocho\"}")
                    .mustBe(200);
            kitchenEars.awaits("stock.out", m -> about(m, "item").endsWith("-suspiro"));
            dinerEars.awaits(
                    "menu.availability",
                    m ->
                            about(m, "dish").equals(DISH + "suspiro")
                                    && !m.path("body").path("dish").path("available").asBoolean());
            count(manager, "suspiro", 30);
            kitchenEars.awaits("stock.recovered", m -> about(m, "item").endsWith("-suspiro"));

            // The kitchen sees it within the second and moves it; the diner's screen follows.
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> kitchenEars.sawOrder(order, "CONFIRMED"));
            assertThat(cook.get(V + "/branches/" + BRANCH + "/kitchen/board").body().toString())
                    .contains(order);
            cook.post(V + "/orders/" + order + "/moves", "{\"to\":\"PREPARING\"}").mustBe(200);
            cook.post(V + "/orders/" + order + "/moves", "{\"to\":\"READY\"}").mustBe(200);
            waiter.post(V + "/orders/" + order + "/moves", "{\"to\":\"SERVED\"}").mustBe(200);
            await().atMost(Duration.ofSeconds(5)).until(() -> dinerEars.sawOrder(order, "SERVED"));

            // 2 × 38 + 18 + 2 × 28 = 150: part by Yape, the rest in cash with change; the table
            // frees.
            cashier.post(
                            V + "/orders/" + order + "/payments",
                            "{\"method\":\"YAPE\",\"amount\":\"50.00\",\"reference\":\"OP-123\"}")
                    .mustBe(200);
            var paid =
                    cashier.post(
                                    V + "/orders/" + order + "/payments",
                                    "{\"method\":\"CASH\",\"tendered\":\"120.00\",\"tip\":\"5.00\"}")
                            .mustBe(200);
            var view = cashier.get(V + "/orders/" + order, paid).mustBe(200);
            assertThat(view.text("status")).isEqualTo("COMPLETED");
            assertThat(view.text("due")).isEqualTo("0.00");
            assertThat(view.body().path("payments").get(1).path("change").asString())
                    .isEqualTo("15.00");
            await().atMost(Duration.ofSeconds(10))
                    .until(
                            () ->
                                    waiter.get(V + "/branches/" + BRANCH + "/tables/" + table.id())
                                            .text("status")
                                            .equals("AVAILABLE"));

            // A client that returns gets exactly what it missed, without holes.
            long last = kitchenEars.lastSequence();
            try (var again = Ears.open(cook, BRANCH, last - 3)) {
                await().atMost(Duration.ofSeconds(5)).until(() -> again.lastSequence() >= last);
                assertThat(again.sequences().filter(s -> s > last - 3 && s <= last).toArray())
                        .isEqualTo(
                                kitchenEars
                                        .sequences()
                                        .filter(s -> s > last - 3 && s <= last)
                                        .toArray());
            }

            // The auditor reads what happened, by whom, why, and how it stood before.
            var timeline =
                    await().atMost(Duration.ofSeconds(10))
                            .until(
                                    () -> auditor.get(V + "/audit/timeline?aggregate=" + order),
                                    t -> t.body().toString().contains("ordering.OrderCompleted"));
            var first = timeline.body().path("items").get(0);
            assertThat(first.path("type").asString()).isEqualTo("ordering.OrderPlaced");
            assertThat(first.path("actor").asString()).isEqualTo(session);
            assertThat(first.path("cause").asString()).startsWith("command:PlaceOrder:");
            assertThat(first.path("correlation").asString()).isNotEmpty();
            assertThat(
                            auditor.get(V + "/audit/aggregates/" + order + "/as-of?version=0")
                                    .body()
                                    .toString())
                    .contains("\"status\":\"PENDING\"")
                    .doesNotContain("pisco-sour");
        }
    }

    /** The thing that a message is about. */
    private static String about(JsonNode message, String what) {
        return message.path("body").path(what).path("id").asString("");
    }

    private static void count(Http manager, String item, int found) {
        manager.post(
                        V
                                + "/branches/"
                                + BRANCH
                                + "/inventory/items/stock-demo-miraflores-"
                                + item
                                + "/counts",
                        "{\"counted\":\"" + found + "\",\"reason\":\"Conteo de la tarde\"}")
                .mustBe(200);
    }

    /** An order to take away, confirmed. */
    private static String confirmed(Http waiter, String dish, int quantity) {
        var order =
                waiter.post(
                                V + "/branches/" + BRANCH + "/orders",
                                "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"%s\",\"quantity\":%d}]}"
                                        .formatted(DISH + dish, quantity))
                        .mustBe(201)
                        .id();
        waiter.post(V + "/orders/" + order + "/confirmation", "{}").mustBe(200);
        return order;
    }

    record Table(String id, String qr) {}

    static Table freeTable(Http waiter) {
        for (var table :
                waiter.get(V + "/branches/" + BRANCH + "/tables")
                        .mustBe(200)
                        .body()
                        .path("items")) {
            if (table.path("status").asString().equals("AVAILABLE")) {
                return new Table(table.path("id").asString(), table.path("qrToken").asString());
            }
        }
        throw new AssertionError("No table is free");
    }

    static double balance(Http manager, String item) {
        return Double.parseDouble(
                manager.get(
                                V
                                        + "/branches/"
                                        + BRANCH
                                        + "/inventory/items/stock-demo-miraflores-"
                                        + item)
                        .mustBe(200)
                        .text("balance"));
    }
}
