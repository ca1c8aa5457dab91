package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.IntegrationTest;

import java.util.List;

/** Dishes that go off and stock that runs low, as the screens that it concerns are told. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveStockTest extends LiveScreens {

    @Test
    void a_dish_that_is_off_is_off_on_every_screen_and_in_every_snapshot() {
        var diner = house.seated();
        try (var phone = house.opens(diner.http());
                var kitchen = house.opens(house.cook())) {
            house.cook()
                    .post(
                            house.here() + "/menu/dishes/" + house.dish() + "/availability",
                            "{\"available\":false}")
                    .mustBe(200);
            for (var screen : List.of(phone, kitchen)) {
                var told = screen.awaits("menu.availability", m -> true).path("body");
                assertThat(told.path("dish").path("id").asString()).isEqualTo(house.dish());
                assertThat(told.path("dish").path("name").asString()).isEqualTo("Sudado");
                assertThat(told.path("dish").path("available").asBoolean()).isFalse();
            }
            try (var late = house.opens(diner.http())) {
                assertThat(late.snapshot().path("dishesOff").get(0).path("id").asString())
                        .isEqualTo(house.dish());
            }
            house.cook()
                    .post(
                            house.here() + "/menu/dishes/" + house.dish() + "/availability",
                            "{\"available\":true}")
                    .mustBe(200);
            phone.awaits("menu.availability", LiveHouse::isAvailable);
            try (var late = house.opens(diner.http())) {
                assertThat(late.snapshot().path("dishesOff")).isEmpty();
            }
        }
    }

    @Test
    void stock_that_runs_low_and_out_is_told_to_staff_and_takes_the_dish_off_until_there_is_more() {
        var diner = house.seated();
        try (var phone = house.opens(diner.http());
                var kitchen = house.opens(house.cook());
                var floor = house.opens(house.waiter())) {
            house.confirmed(diner, 1);
            var low = kitchen.awaits("stock.low", m -> true).path("body").path("item");
            assertThat(low.path("name").asString()).isEqualTo("Cabrilla");
            assertThat(low.path("balance").asString()).isEqualTo("1.5");

            house.confirmed(diner, 3);
            kitchen.awaits("stock.out", m -> true);
            phone.awaits("menu.availability", m -> !LiveHouse.isAvailable(m));
            var refused =
                    diner.http()
                            .post(
                                    house.here() + "/orders",
                                    "{\"type\":\"DINE_IN\",\"session\":\"%s\",\"lines\":[{\"dish\":\"%s\",\"quantity\":1}]}"
                                            .formatted(diner.session(), house.dish()));
            assertThat(refused.code()).isEqualTo("DISH_NOT_AVAILABLE");

            house.admin()
                    .post(
                            house.here() + "/inventory/items/" + house.fish() + "/purchases",
                            "{\"quantity\":\"4\",\"cost\":\"20\"}")
                    .mustBe(200);
            kitchen.awaits("stock.recovered", m -> true);
            phone.awaits("menu.availability", LiveHouse::isAvailable);
            assertThat(phone.ears().types()).doesNotContain("stock.low", "stock.out");
            assertThat(floor.ears().types()).doesNotContain("stock.low", "stock.out");
        }
    }

    @Test
    void a_shortage_is_told_to_staff_who_decide_on_it() {
        var diner = house.seated();
        try (var phone = house.opens(diner.http());
                var kitchen = house.opens(house.cook());
                var floor = house.opens(house.waiter())) {
            var order = house.confirmed(diner, 5);
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
            try (var late = house.opens(house.cook())) {
                assertThat(late.snapshot().path("shortages")).hasSize(1);
            }
            // Another view than the feed's: it may be a moment behind.
            var id =
                    await().until(
                                    () ->
                                            house.admin()
                                                    .get(house.here() + "/inventory/shortages")
                                                    .mustBe(200)
                                                    .body()
                                                    .path("items")
                                                    .path(0)
                                                    .path("id")
                                                    .asString(""),
                                    found -> !found.isEmpty());
            var decision = "{\"decision\":\"TAKE_ANYWAY\",\"reason\":\"Llega más a las ocho\"}";
            house.waiter()
                    .post(house.here() + "/inventory/shortages/" + id + "/decision", decision)
                    .mustBe(403);
            house.admin()
                    .post(house.here() + "/inventory/shortages/" + id + "/decision", decision)
                    .mustBe(200);
            floor.awaits(
                    "stock.shortage",
                    m ->
                            m.path("body")
                                    .path("shortage")
                                    .path("state")
                                    .asString()
                                    .equals("CONFIRMED"));
            kitchen.awaits("stock.out", m -> true);
            assertThat(phone.ears().types()).doesNotContain("stock.shortage", "stock.out");
            try (var late = house.opens(house.cook())) {
                assertThat(late.snapshot().path("shortages")).isEmpty();
                assertThat(late.snapshot().path("stock")).hasSize(1);
            }
        }
    }
}
