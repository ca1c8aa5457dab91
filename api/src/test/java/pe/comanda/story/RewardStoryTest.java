package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Story.BRANCH;
import static pe.comanda.story.Story.V;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What points buy at the till, over HTTP, as far as the document that goes to SUNAT. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RewardStoryTest {
    private static final String REWARDS = V + "/loyalty/rewards";
    private static final String CHICHA = "reward-demo-miraflores-chicha";

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort private int port;
    @Autowired private JdbcTemplate sql;

    private Billing shop;
    private Http manager;
    private Http cashier;
    private Regular regular;

    @BeforeEach
    void somebody_has_two_hundred_points() {
        shop = new Billing(port);
        manager = shop.as("gerente");
        regular = Regular.registered(shop.anybody());
        cashier = regular.cashier();
        manager.post(
                        Regular.CUSTOMERS + "/" + regular.customer() + "/points/adjustments",
                        "{\"points\":200,\"reason\":\"cortesía de la casa\"}")
                .mustBe(200);
        regular.awaitBalance(200);
    }

    @Test
    void a_free_chicha_is_taken_off_the_bill_the_boleta_and_the_points() {
        var order = regular.served("");
        var redeemed = redeem(order, CHICHA).mustBe(200);

        var view = cashier.get(order, redeemed).mustBe(200).body();
        assertThat(view.path("due").asString()).isEqualTo("36.00");
        assertThat(view.path("totals").path("discount").asString()).isEqualTo("18.00");
        assertThat(view.path("reward").path("id").asString()).isEqualTo(CHICHA);
        assertThat(view.path("reward").path("points").asInt()).isEqualTo(150);
        regular.awaitBalance(50);
        assertThat(regular.ledger()).containsExactly("REDEEMED -150", "ADJUSTED 200");
        var bill = cashier.get(order + "/bill?format=ESC_POS", redeemed).mustBe(200).bytes();
        assertThat(new String(bill, StandardCharsets.ISO_8859_1))
                .contains("Canje: Chicha morada de la casa (150 puntos)")
                .contains("-18.00");

        cashier.post(order + "/payments", "{\"method\":\"CARD\"}").mustBe(200);
        var boleta = shop.issued(order.substring(order.lastIndexOf('/') + 1), Billing.BOLETA);
        assertThat(shop.settled(boleta, "ACCEPTED")).isNotNull();
        var shown = shop.as("contadora").get(V + "/invoices/" + boleta).mustBe(200).body();
        assertThat(shown.path("totals").path("payable").asString()).isEqualTo("36.00");
        var xml = shop.as("contadora").get(V + "/invoices/" + boleta + "/xml").mustBe(200).bytes();
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains(">36.00</cbc:PayableAmount>")
                .contains("AllowanceCharge");
        regular.awaitBalance(50 + 36);
    }

    @Test
    void a_sale_whose_money_is_given_back_gives_points_and_stock_back_once() {
        var reward =
                shop.as("admin")
                        .post(
                                REWARDS,
                                """
                                {"terms":{"name":"Una vez","points":120,"stock":1,"perCustomer":1,
                                 "benefit":{"kind":"FIXED_AMOUNT","amount":"10.00"}}}""")
                        .mustBe(201)
                        .id();
        var order = regular.served("");
        redeem(order, reward).mustBe(200);
        var paid = cashier.post(order + "/payments", "{\"method\":\"CARD\"}").mustBe(200);
        var sale = cashier.get(order, paid).mustBe(200).body();
        assertThat(sale.path("status").asString()).isEqualTo("COMPLETED");
        regular.awaitBalance(80 + 44);
        assertThat(redeemed(reward, paid)).isEqualTo(1);

        var payment = sale.path("payments").path(0).path("id").asString();
        var path = order + "/payments/" + payment + "/void";
        var voided = cashier.post(path, "{\"reason\":\"tarjeta ajena\"}").mustBe(200);
        assertThat(cashier.post(path, "{\"reason\":\"tarjeta ajena\"}").mustBe(409).code())
                .isEqualTo("PAYMENT_ALREADY_VOIDED");

        regular.awaitBalance(200);
        assertThat(regular.ledger())
                .containsExactlyInAnyOrder(
                        "REVERSED -44",
                        "RETURNED 120",
                        "EARNED 44",
                        "REDEEMED -120",
                        "ADJUSTED 200");
        assertThat(redeemed(reward, voided)).isZero();
        redeem(regular.served(""), reward).mustBe(200);
    }

    @Test
    void a_reward_comes_after_the_coupon_and_goes_back_with_the_cancelled_order() {
        var code = "PREMIO" + System.nanoTime() % 1_000_000_000;
        manager.post(
                        V + "/branches/" + BRANCH + "/coupons",
                        """
                        {"code":"%s","terms":{"name":"Mitad",
                         "benefit":{"kind":"PERCENTAGE","percent":"50"}}}"""
                                .formatted(code))
                .mustBe(201);
        var order = regular.served(code);
        var reward =
                shop.as("admin")
                        .post(
                                REWARDS,
                                """
                                {"terms":{"name":"Quinto","points":100,
                                 "benefit":{"kind":"PERCENTAGE","percent":"20"}}}""")
                        .mustBe(201)
                        .id();
        var redeemed = redeem(order, reward).mustBe(200);
        // 54.00, half of it by the coupon, and a fifth of the other half: 5.40.
        assertThat(cashier.get(order, redeemed).body().path("due").asString()).isEqualTo("21.60");

        var removed = cashier.post(order + "/reward/removal", "{}").mustBe(200);
        assertThat(cashier.get(order, removed).body().path("due").asString()).isEqualTo("27.00");
        regular.awaitBalance(200);
        redeem(order, reward).mustBe(200);
        regular.awaitBalance(100);
        var cancelled =
                cashier.post(order + "/cancellation", "{\"reason\":\"se fueron todos\"}")
                        .mustBe(200);
        regular.awaitBalance(200);
        assertThat(redeemed(reward, cancelled)).isZero();
    }

    @Test
    void rewards_are_listed_page_by_page_changed_withdrawn_and_offered_again() {
        var admin = shop.as("admin");
        var terms =
                "{\"name\":\"Lista\",\"points\":9,\"benefit\":{\"kind\":\"PERCENTAGE\",\"percent\":\"5\"}}";
        var first = admin.post(REWARDS, "{\"terms\":" + terms + "}").mustBe(201);
        var second = admin.post(REWARDS, "{\"terms\":" + terms + "}").mustBe(201);
        var page = cashier.get(REWARDS + "?limit=1", second).mustBe(200).body();
        assertThat(page.path("items").path(0).path("id").asString()).isEqualTo(second.id());
        var next =
                cashier.get(REWARDS + "?limit=1&cursor=" + page.path("nextCursor").asString())
                        .mustBe(200)
                        .body();
        assertThat(next.path("items").path(0).path("id").asString()).isEqualTo(first.id());

        var one = REWARDS + "/" + first.id();
        admin.post(one + "/terms", terms.replace("Lista", "Otra")).mustBe(200);
        var gone = admin.post(one + "/withdrawal", "{}").mustBe(200);
        var view = cashier.get(one, gone).mustBe(200).body().path("reward");
        assertThat(view.path("terms").path("name").asString()).isEqualTo("Otra");
        assertThat(view.path("offered").asBoolean()).isFalse();
        assertThat(view.path("version").asInt()).isEqualTo(2);
        assertThat(ids(cashier.get(REWARDS + "?offered=false&limit=200").mustBe(200).body()))
                .contains(first.id())
                .doesNotContain(second.id());
        var back = admin.post(one + "/return", "{}").mustBe(200);
        assertThat(cashier.get(one, back).body().path("reward").path("offered").asBoolean())
                .isTrue();
    }

    @Test
    void points_that_come_back_are_watched_for_their_age_again() throws Exception {
        var order = regular.served("");
        redeem(order, CHICHA).mustBe(200);
        await().atMost(SOON).until(() -> dates("delete from points_due where %s") > 0);

        cashier.post(order + "/reward/removal", "{}").mustBe(200);
        regular.awaitBalance(200);
        await().atMost(SOON)
                .until(() -> dates("update points_due set due_at = due_at where %s") > 0);
    }

    /** How many dates of the account, at which points of it will be too old, this touches. */
    private int dates(String change) throws Exception {
        var mine =
                "account_id = 'points-" + regular.customer().substring("customer-".length()) + "'";
        return TenantScope.call(TenantScope.ALL, () -> sql.update(change.formatted(mine)));
    }

    private Http.Answer redeem(String order, String reward) {
        return cashier.post(order + "/reward", "{\"reward\":\"" + reward + "\"}");
    }

    private int redeemed(String reward, Http.Answer after) {
        return manager.get(REWARDS + "/" + reward, after)
                .mustBe(200)
                .body()
                .path("reward")
                .path("redeemed")
                .asInt(-1);
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(it -> it.path("id").asString()).toList();
    }
}
