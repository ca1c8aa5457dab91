package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Story.BRANCH;
import static pe.comanda.story.Story.V;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand;
import pe.comanda.domain.loyalty.LoyaltyCommand.AdjustPoints;
import pe.comanda.domain.loyalty.LoyaltyCommand.ExpirePoints;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Points and coupons of customers, over HTTP. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoyaltyStoryTest {
    private static final String AMIGO = "{\"name\":\"Amigo\",\"from\":0,\"multiplier\":\"1.10\"}";

    @LocalServerPort private int port;
    @Autowired private CommandGateway gateway;
    @Autowired private EventStore events;
    @Autowired private JdbcTemplate sql;

    private Http manager;
    private Http cashier;
    private Http waiter;
    private Regular regular;

    @BeforeEach
    void somebody_is_registered() {
        var anybody = new Http("http://localhost:" + port, "");
        manager = anybody.signIn("gerente");
        regular = Regular.registered(anybody);
        cashier = regular.cashier();
        waiter = regular.waiter();
    }

    @Test
    void a_sale_earns_points_and_its_money_given_back_takes_them_and_the_coupon_back() {
        var code = "C" + ThreadLocalRandom.current().nextLong(1_000_000_000L);
        var coupon =
                manager.post(
                                V + "/branches/" + BRANCH + "/coupons",
                                """
                                {"code":"%s","terms":{"name":"Una vez","usesPerCustomer":1,
                                 "benefit":{"kind":"FIXED_AMOUNT","amount":"6.00"}}}"""
                                        .formatted(code))
                        .mustBe(201)
                        .id();
        var order = regular.served(code);
        var payment = cashier.post(order + "/payments", "{\"method\":\"CARD\"}").mustBe(200);
        assertThat(cashier.get(order, payment).body().path("status").asString())
                .isEqualTo("COMPLETED");
        regular.awaitBalance(48);
        assertThat(uses(coupon)).isEqualTo(1);

        var id = cashier.get(order).body().path("payments").path(0).path("id").asString();
        cashier.post(order + "/payments/" + id + "/void", "{\"reason\":\"tarjeta ajena\"}")
                .mustBe(200);

        regular.awaitBalance(0);
        assertThat(regular.ledger()).containsExactly("REVERSED -48", "EARNED 48");
        assertThat(uses(coupon)).isZero();
    }

    @Test
    void points_are_adjusted_with_a_reason_and_redeemed_by_the_till() {
        var points = Regular.CUSTOMERS + "/" + regular.customer() + "/points";
        var add = "{\"points\":100,\"reason\":\"cortesía de la casa\"}";
        assertThat(cashier.post(points + "/adjustments", add).mustBe(403).code())
                .isEqualTo("PERMISSION_DENIED");
        manager.post(points + "/adjustments", add).mustBe(200);
        var noReason = "{\"points\":100,\"reason\":\"ok\"}";
        assertThat(manager.post(points + "/adjustments", noReason).mustBe(422).code())
                .isEqualTo("ADJUSTMENT_REASON_REQUIRED");

        var redeem = "{\"points\":30,\"what\":\"Postre\"}";
        assertThat(waiter.post(points + "/redemptions", redeem).mustBe(403).code())
                .isEqualTo("PERMISSION_DENIED");
        cashier.post(points + "/redemptions", redeem).mustBe(200);
        var tooMuch = "{\"points\":71,\"what\":\"Postre\"}";
        assertThat(cashier.post(points + "/redemptions", tooMuch).mustBe(409).code())
                .isEqualTo("NOT_ENOUGH_POINTS");

        regular.awaitBalance(70);
        var page = cashier.get(points + "/movements?limit=1").mustBe(200);
        assertThat(page.body().path("items").path(0).path("kind").asString()).isEqualTo("REDEEMED");
        var next = cashier.get(points + "/movements?limit=1&cursor=" + page.text("nextCursor"));
        assertThat(next.body().path("items").path(0).path("kind").asString()).isEqualTo("ADJUSTED");
    }

    @Test
    void points_that_nobody_spends_in_a_year_expire_once() {
        var points = Regular.CUSTOMERS + "/" + regular.customer() + "/points";
        manager.post(points + "/adjustments", "{\"points\":50,\"reason\":\"cortesía\"}")
                .mustBe(200);
        regular.awaitBalance(50);
        var account = account();
        await().until(() -> dueInAYear(account) == 1);

        var inAYear = Instant.now().plus(Duration.ofDays(366));
        command(new ExpirePoints(account, inAYear));

        regular.awaitBalance(0);
        assertThat(regular.ledger()).containsExactly("EXPIRED -50", "ADJUSTED 50");
    }

    @Test
    void an_organization_sets_its_own_program() {
        var newcomers = new Newcomers(new Http("http://localhost:" + port, ""));
        var admin = newcomers.signUp().asAdmin();
        var program = V + "/loyalty/program";
        assertThat(admin.get(program).mustBe(200).body().path("tiers")).hasSize(3);
        var set =
                put(admin, program, "{\"pointsPerSol\":2,\"tiers\":[%s]}".formatted(AMIGO))
                        .mustBe(200);
        var own = admin.get(program, set).mustBe(200).body();
        assertThat(own.path("pointsPerSol").asInt()).isEqualTo(2);
        assertThat(own.path("tiers").path(0).path("name").asString()).isEqualTo("Amigo");

        var twice = "{\"pointsPerSol\":2,\"tiers\":[%s,%s]}".formatted(AMIGO, AMIGO);
        assertThat(put(admin, program, twice).mustBe(422).code()).isEqualTo("TIER_NAMED_TWICE");
        assertThat(put(waiter, program, twice).mustBe(403).code()).isEqualTo("PERMISSION_DENIED");
        assertThat(manager.get(program).body().path("tiers")).hasSize(3);
    }

    @Test
    void an_account_with_a_long_history_is_loaded_from_a_snapshot() {
        var account = account();
        for (int i = 0; i < 205; i++) {
            command(new AdjustPoints(account, 1, "prueba larga", Instant.now()));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            var first = events.readEvents(account.value()).peek();
                            assertThat(first.getSequenceNumber()).isGreaterThanOrEqualTo(199);
                            assertThat(first.getPayloadType().getSimpleName())
                                    .isEqualTo("LoyaltyAccountAggregate");
                        });
        command(new AdjustPoints(account, 1, "y uno más", Instant.now()));
        regular.awaitBalance(206);
    }

    private static Http.Answer put(Http who, String path, String json) {
        return who.exchange("PUT", path, json, Map.of());
    }

    private LoyaltyAccountId account() {
        return LoyaltyAccountId.of(new CustomerId(regular.customer()));
    }

    /** What the program asks for by itself. */
    private void command(LoyaltyCommand command) {
        var message =
                new GenericCommandMessage<>(
                        command, Caller.system("org-demo", null, "test").toMetadata());
        var unused = gateway.<Object>sendAndWait(message);
    }

    /** The policy's note of when to look at the account. */
    private int dueInAYear(LoyaltyAccountId account) throws Exception {
        var count =
                TenantScope.call(
                        TenantScope.ALL,
                        () ->
                                sql.queryForObject(
                                        """
                                        select count(*) from points_due where account_id = ?
                                          and due_at between now() + interval '364 days'
                                                         and now() + interval '366 days'
                                        """,
                                        Integer.class,
                                        account.value()));
        return count == null ? -1 : count;
    }

    private int uses(String coupon) {
        return manager.get(V + "/branches/" + BRANCH + "/coupons/" + coupon)
                .mustBe(200)
                .body()
                .path("coupon")
                .path("uses")
                .asInt();
    }
}
