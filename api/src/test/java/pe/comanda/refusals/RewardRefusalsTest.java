package pe.comanda.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Http;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RewardRefusalsTest extends Refusals {
    private static final String REWARDS = "/loyalty/rewards";
    private static final String CALLAO = "branch-demo-callao";
    private static final String TENTH = "{\"kind\":\"PERCENTAGE\",\"percent\":\"10\"}";
    private static final String FREE_CEVICHE =
            "{\"kind\":\"FREE_ITEM\",\"dish\":\"dish-demo-miraflores-ceviche-clasico\"}";

    private static final String NEEDS_CUSTOMER = "REWARD_NEEDS_CUSTOMER";
    private static final String NEEDS_BRANCH = "REWARD_DISH_NEEDS_BRANCH";
    private static final String OUT_OF_RANGE = "REWARD_LIMIT_OUT_OF_RANGE";

    private Http admin;
    private Http manager;
    private Http cashier;
    private Http waiter;
    private String customer;
    private String fine;

    @BeforeAll
    void somebody_has_a_thousand_points() {
        admin = anybody().signIn("admin");
        manager = anybody().signIn("gerente");
        cashier = anybody().signIn("caja");
        waiter = anybody().signIn("moza");
        customer = customer(1_000);
        fine = offer(admin, TENTH, "");
    }

    Stream<Bad> redeeming() {
        var gone = offer(admin, TENTH, "");
        admin.post(V + REWARDS + "/" + gone + "/withdrawal", "{}").mustBe(200);
        var soldOut = offer(admin, TENTH, ",\"stock\":1");
        redeem(orderOf(customer), soldOut).mustBe(200);
        var once = offer(admin, TENTH, ",\"perCustomer\":1");
        redeem(orderOf(customer), once).mustBe(200);
        var has = orderOf(customer);
        redeem(has, fine).mustBe(200);
        var paid = orderOf(customer);
        cashier.post(V + paid + "/payments", "{\"method\":\"CARD\"}").mustBe(200);
        var cancelled = orderOf(customer);
        cashier.post(V + cancelled + "/cancellation", "{\"reason\":\"se fueron\"}").mustBe(200);
        var free = orderOf(customer);
        cashier.post(V + free + "/discount", "{\"amount\":\"18.00\",\"reason\":\"cortesía\"}")
                .mustBe(200);
        return Stream.of(
                bad("with too few points", orderOf(customer(9)), fine, 409, "NOT_ENOUGH_POINTS"),
                bad("without a customer", "/orders/" + order(cashier), fine, 409, NEEDS_CUSTOMER),
                bad("one that is withdrawn", gone, 409, "REWARD_WITHDRAWN"),
                bad(
                        "before its first day",
                        offer(admin, TENTH, ",\"from\":\"2099-01-01\""),
                        409,
                        "REWARD_NOT_YET_VALID"),
                bad(
                        "after its last day",
                        offer(admin, TENTH, ",\"until\":\"2020-12-31\""),
                        409,
                        "REWARD_NO_LONGER_VALID"),
                bad("the last one is gone", soldOut, 409, "REWARD_SOLD_OUT"),
                bad("more often than the limit", once, 409, "REWARD_LIMIT_REACHED"),
                bad(
                        "one of another branch",
                        offer(admin, TENTH, ",\"branch\":\"" + CALLAO + "\""),
                        409,
                        "REWARD_OF_ANOTHER_BRANCH"),
                bad(
                        "a dish that is not on the order",
                        offer(manager, FREE_CEVICHE, ",\"branch\":\"" + BRANCH + "\""),
                        409,
                        "REWARD_DISH_NOT_ON_ORDER"),
                bad("what takes nothing off", free, fine, 409, "REWARD_GIVES_NOTHING"),
                bad("a second one", has, fine, 409, "ORDER_HAS_A_REWARD"),
                bad("on what is paid", paid, fine, 409, "REWARD_COMES_BEFORE_PAYMENT"),
                bad("on what is cancelled", cancelled, fine, 409, "ORDER_MUST_BE_OPEN"),
                bad("one of nobody", "reward-nobodys", 404, "REWARD_UNKNOWN"),
                bad("what is no reward", "coupon-1", 400, "MALFORMED_ID"),
                post("by a waiter", waiter, has + "/reward", json(fine), 403, "PERMISSION_DENIED"),
                post(
                        "removing what is not there",
                        cashier,
                        orderOf(customer) + "/reward/removal",
                        "{}",
                        409,
                        "ORDER_HAS_NO_REWARD"),
                post(
                        "another customer's order now",
                        cashier,
                        has + "/customer",
                        "{\"customer\":\"" + customer(0) + "\"}",
                        409,
                        "REWARD_PAID_BY_ANOTHER"));
    }

    Stream<Bad> offering() {
        return Stream.of(
                make("by a cashier", cashier, 10, TENTH, "", 403, "PERMISSION_DENIED"),
                make("everywhere by one's manager", manager, 10, TENTH, "", 403, "FOREIGN_BRANCH"),
                make("for nothing", admin, 0, TENTH, "", 422, "REWARD_POINTS_OUT_OF_RANGE"),
                make("too dear", admin, 1_000_001, TENTH, "", 422, "REWARD_POINTS_OUT_OF_RANGE"),
                make(
                        "more than everything",
                        admin,
                        10,
                        "{\"kind\":\"PERCENTAGE\",\"percent\":\"101\"}",
                        "",
                        422,
                        "REWARD_BENEFIT_OUT_OF_RANGE"),
                make(
                        "two for one",
                        admin,
                        10,
                        "{\"kind\":\"BUY_AND_GET\",\"buy\":1,\"free\":1}",
                        "",
                        422,
                        "REWARD_BENEFIT_OUT_OF_RANGE"),
                make("a dish of no branch", admin, 10, FREE_CEVICHE, "", 422, NEEDS_BRANCH),
                make(
                        "a dish of another branch",
                        admin,
                        10,
                        FREE_CEVICHE,
                        ",\"branch\":\"" + CALLAO + "\"",
                        422,
                        "REWARD_DISH_NOT_ON_MENU"),
                make(
                        "in a branch that is not there",
                        admin,
                        10,
                        TENTH,
                        ",\"branch\":\"branch-none\"",
                        404,
                        "NOT_FOUND"),
                make(
                        "ending before it begins",
                        admin,
                        10,
                        TENTH,
                        ",\"from\":\"2026-12-02\",\"until\":\"2026-12-01\"",
                        422,
                        "REWARD_DATES_OUT_OF_ORDER"),
                make("none of them", admin, 10, TENTH, ",\"stock\":0", 422, OUT_OF_RANGE),
                make("none for anybody", admin, 10, TENTH, ",\"perCustomer\":0", 422, OUT_OF_RANGE),
                post(
                        "offering again what is offered",
                        admin,
                        REWARDS + "/" + fine + "/return",
                        "{}",
                        409,
                        "REWARD_ALREADY_OFFERED"));
    }

    Stream<Bad> strangers() {
        var stranger = stranger().http();
        var theirs = offer(stranger, TENTH, "");
        var colleague = anybody().signIn("mozo-callao");
        return Stream.of(
                bad("another tenant's reward", theirs, 403, "FOREIGN_TENANT"),
                post(
                        "withdrawing another tenant's reward",
                        stranger,
                        REWARDS + "/" + fine + "/withdrawal",
                        "{}",
                        403,
                        "FOREIGN_TENANT"),
                get(
                        "reading another tenant's reward",
                        stranger,
                        REWARDS + "/" + fine,
                        404,
                        "NOT_FOUND"),
                get(
                        "reading another branch's reward",
                        colleague,
                        REWARDS + "/reward-demo-miraflores-chicha",
                        404,
                        "NOT_FOUND"),
                post(
                        "on another tenant's order",
                        stranger,
                        orderOf(customer) + "/reward",
                        json(theirs),
                        403,
                        "FOREIGN_TENANT"));
    }

    @ParameterizedTest
    @MethodSource({"redeeming", "offering", "strangers"})
    void is_refused_and_nothing_is_stored(Bad bad) {
        refused(bad);
    }

    @Test
    void two_tills_never_spend_the_same_points_twice() throws Exception {
        var somebody = customer(35);
        var orders = IntStream.range(0, 10).mapToObj(_ -> orderOf(somebody)).toList();
        int redeemed = 0;
        try (var pool = Executors.newFixedThreadPool(5)) {
            var attempts =
                    orders.stream().map(order -> pool.submit(() -> redeem(order, fine))).toList();
            for (var attempt : attempts) {
                var answer = attempt.get();
                if (answer.status() == 200) {
                    redeemed++;
                } else {
                    assertThat(answer.code()).isEqualTo("NOT_ENOUGH_POINTS");
                }
            }
        }
        assertThat(redeemed).isEqualTo(3);
    }

    private Bad bad(String what, String reward, int status, String code) {
        return bad(what, orderOf(customer), reward, status, code);
    }

    private Bad bad(String what, String order, String reward, int status, String code) {
        return post(what, cashier, order + "/reward", json(reward), status, code);
    }

    private static Bad make(
            String what,
            Http who,
            int points,
            String benefit,
            String more,
            int status,
            String code) {
        return post("a reward: " + what, who, REWARDS, terms(points, benefit, more), status, code);
    }

    private static String offer(Http who, String benefit, String more) {
        return who.post(V + REWARDS, terms(10, benefit, more)).mustBe(201).id();
    }

    private static String terms(int points, String benefit, String more) {
        return "{\"terms\":{\"name\":\"Premio\",\"points\":%d,\"benefit\":%s%s}}"
                .formatted(points, benefit, more);
    }

    private Http.Answer redeem(String order, String reward) {
        return cashier.post(V + order + "/reward", json(reward));
    }

    private String customer(int points) {
        var phone = "9" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        var id =
                waiter.post(V + "/customers", "{\"name\":\"Ana\",\"phone\":\"" + phone + "\"}")
                        .mustBe(201)
                        .id();
        if (points > 0) {
            manager.post(
                            V + "/customers/" + id + "/points/adjustments",
                            "{\"points\":" + points + ",\"reason\":\"cortesía\"}")
                    .mustBe(200);
        }
        return id;
    }

    private String orderOf(String somebody) {
        var order = oneChicha().replaceFirst("[{]", "{\"customer\":\"" + somebody + "\",");
        return "/orders/"
                + cashier.post(V + "/branches/" + BRANCH + "/orders", order).mustBe(201).id();
    }

    private static String json(String reward) {
        return "{\"reward\":\"" + reward + "\"}";
    }
}
