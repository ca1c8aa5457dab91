package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Story.BRANCH;
import static pe.comanda.story.Story.DISH;
import static pe.comanda.story.Story.V;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody who comes again and again, and their points. */
record Regular(Http waiter, Http cashier, String customer, String phone) {
    static final String CUSTOMERS = V + "/customers";

    /** Registered by whoever serves them. */
    static Regular registered(Http anybody) {
        var waiter = anybody.signIn("moza");
        var phone = "9" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        var customer = waiter.post(CUSTOMERS, person("Ana Torres", phone)).mustBe(201).id();
        return new Regular(waiter, anybody.signIn("caja"), customer, phone);
    }

    static String person(String name, String phone) {
        return "{\"name\":\"" + name + "\",\"phone\":\"" + phone + "\"}";
    }

    /** An order of three chichas, 54 soles, by the customer; brought to the table. */
    String served(String coupon) {
        var order =
                V
                        + "/orders/"
                        + cashier.post(
                                        V + "/branches/" + BRANCH + "/orders",
                                        """
                                        {"type":"TAKEOUT","customer":"%s","lines":[
                                         {"dish":"%schicha-morada","quantity":3}]}"""
                                                .formatted(customer, DISH))
                                .mustBe(201)
                                .id();
        if (!coupon.isEmpty()) {
            cashier.post(order + "/coupon", "{\"code\":\"" + coupon + "\"}").mustBe(200);
        }
        cashier.post(order + "/confirmation", "{}").mustBe(200);
        for (var step : List.of("PREPARING", "READY", "SERVED")) {
            cashier.post(order + "/moves", "{\"to\":\"" + step + "\"}").mustBe(200);
        }
        return order;
    }

    void awaitBalance(int balance) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(points().path("balance").asInt(-1)).isEqualTo(balance));
    }

    List<String> ledger() {
        var movements = new ArrayList<String>();
        points().path("ledger")
                .forEach(
                        m ->
                                movements.add(
                                        m.path("kind").asString()
                                                + " "
                                                + m.path("points").asInt()));
        return movements;
    }

    JsonNode points() {
        return cashier.get(CUSTOMERS + "/" + customer + "/points").body();
    }
}
