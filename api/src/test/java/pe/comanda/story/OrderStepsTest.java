package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When each thing happened to an order, and by whom: for those who work with it, not auditors
 * alone.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderStepsTest {
    private static final String HERE = Story.V + "/branches/" + Story.BRANCH;
    private static final String CHICHA =
            "{\"lines\":[{\"dish\":\"" + Story.DISH + "chicha-morada\",\"quantity\":1}]%s}";

    @LocalServerPort private int port;

    @Test
    void every_step_of_an_order_is_dated_and_says_who_took_it_and_how_it_stood_then() {
        var anybody = new Http("http://localhost:" + port, "");
        var waiter = anybody.signIn("moza");
        var cook = anybody.signIn("cocina");
        var cashier = anybody.signIn("caja");
        var begun = Instant.now();
        var placed =
                waiter.post(HERE + "/orders", CHICHA.formatted(",\"type\":\"TAKEOUT\""))
                        .mustBe(201);
        var order = Story.V + "/orders/" + placed.id();
        waiter.post(order + "/rounds", CHICHA.formatted("")).mustBe(200);
        waiter.post(order + "/confirmation", "{}").mustBe(200);
        var lines = lines(waiter, order);
        waiter.post(
                        order + "/lines/" + lines.getLast() + "/cancellation",
                        "{\"reason\":\"pidió agua\"}")
                .mustBe(200);
        cook.post(order + "/moves", "{\"to\":\"PREPARING\"}").mustBe(200);
        cook.post(order + "/moves", "{\"to\":\"READY\"}").mustBe(200);
        cashier.post(order + "/payments", "{\"method\":\"CARD\"}").mustBe(200);
        cashier.post(order + "/moves", "{\"to\":\"SERVED\"}").mustBe(200);

        var steps =
                waiter.get(order + "/steps")
                        .mustBe(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .toList();

        assertThat(steps.stream().map(OrderStepsTest::told))
                .containsExactly(
                        "ordering.OrderPlaced WAITER PENDING 18.00 1",
                        "ordering.RoundAdded WAITER PENDING 36.00 1",
                        "ordering.OrderConfirmed WAITER CONFIRMED 36.00 2",
                        "ordering.LineCancelled WAITER CONFIRMED 18.00 1 pidió agua",
                        "ordering.LinesMoved KITCHEN PREPARING 18.00 1 PREPARING",
                        "ordering.LinesMoved KITCHEN READY 18.00 1 READY",
                        "ordering.PaymentTaken CASHIER READY 0.00 0",
                        "ordering.LinesMoved CASHIER SERVED 0.00 1 SERVED",
                        "ordering.OrderCompleted CASHIER COMPLETED 0.00 0");
        var moments =
                steps.stream().map(step -> Instant.parse(step.path("at").asString())).toList();
        assertThat(moments).isSorted();
        assertThat(moments).allMatch(at -> at.isAfter(begun.minusMillis(1)));
        assertThat(steps).allMatch(step -> step.path("actor").asString().startsWith("staff-demo-"));

        anybody.signIn("mozo-callao").get(order + "/steps").mustBe(404);
        waiter.get(Story.V + "/orders/order-none/steps").mustBe(404);
    }

    private static List<String> lines(Http who, String order) {
        return who.get(order + "/steps")
                .mustBe(200)
                .body()
                .path("items")
                .path(2)
                .path("lines")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String told(JsonNode step) {
        return String.join(
                " ",
                Stream.of(
                                step.path("step").asString(),
                                step.path("role").asString(),
                                step.path("status").asString(),
                                step.path("due").asString(),
                                String.valueOf(step.path("lines").size()),
                                step.path("to").asString(""),
                                step.path("reason").asString(""))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
