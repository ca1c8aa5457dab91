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

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CouponRefusalsTest extends Refusals {
    private static final String COUPONS = "/branches/" + BRANCH + "/coupons";
    private static final String CALLAO = "branch-demo-callao";
    private static final String TENTH = "{\"kind\":\"PERCENTAGE\",\"percent\":\"10\"}";

    private Http admin;
    private Http manager;
    private Http cashier;
    private Http waiter;
    private String order;
    private String taken;

    @BeforeAll
    void coupons_of_all_kinds() {
        admin = anybody().signIn("admin");
        manager = anybody().signIn("gerente");
        cashier = anybody().signIn("caja");
        waiter = anybody().signIn("moza");
        order = "/orders/" + order(cashier);
        taken = code();
        create(manager, BRANCH, taken, "");
    }

    Stream<Bad> redeeming() {
        var later = code();
        create(manager, BRANCH, later, ",\"from\":\"2099-01-01\"");
        var over = code();
        create(manager, BRANCH, over, ",\"until\":\"2020-12-31\"");
        var dear = code();
        create(manager, BRANCH, dear, ",\"minimum\":\"18.01\"");
        var personal = code();
        create(manager, BRANCH, personal, ",\"usesPerCustomer\":1");
        var off = code();
        var id = create(manager, BRANCH, off, "");
        manager.post(V + COUPONS + "/" + id + "/deactivation", "{}").mustBe(200);
        var used = code();
        create(manager, BRANCH, used, ",\"uses\":1");
        cashier.post(V + "/orders/" + order(cashier) + "/coupon", json(used)).mustBe(200);
        var elsewhere = code();
        create(admin, CALLAO, elsewhere, "");
        var has = "/orders/" + order(cashier);
        cashier.post(V + has + "/coupon", json(taken)).mustBe(200);
        return Stream.of(
                redeem("a code that nobody knows", code(), 404, "COUPON_UNKNOWN"),
                redeem("no code at all", "x y", 422, "MALFORMED_COUPON_CODE"),
                redeem("a coupon of another branch", elsewhere, 409, "COUPON_OF_ANOTHER_BRANCH"),
                redeem("before its first day", later, 409, "COUPON_NOT_YET_VALID"),
                redeem("after its last day", over, 409, "COUPON_NO_LONGER_VALID"),
                redeem("switched off", off, 409, "COUPON_NOT_ACTIVE"),
                redeem("used up", used, 409, "COUPON_USED_UP"),
                redeem("a cent below its minimum", dear, 409, "COUPON_MINIMUM_NOT_REACHED"),
                redeem("for customers, without one", personal, 409, "COUPON_NEEDS_CUSTOMER"),
                post(
                        "a second one",
                        cashier,
                        has + "/coupon",
                        json(taken),
                        409,
                        "ORDER_HAS_A_COUPON"),
                post(
                        "removing what is not there",
                        cashier,
                        order + "/coupon/removal",
                        "{}",
                        409,
                        "ORDER_HAS_NO_COUPON"));
    }

    Stream<Bad> creating() {
        return Stream.of(
                make("a code that is taken", manager, taken, "", 409, "COUPON_CODE_TAKEN"),
                make("by a waiter", waiter, code(), "", 403, "PERMISSION_DENIED"),
                make("by a cashier", cashier, code(), "", 403, "PERMISSION_DENIED"),
                make(
                        "for every branch by the manager of one",
                        manager,
                        code(),
                        ",\"branches\":[]",
                        403,
                        "FOREIGN_BRANCH"),
                make(
                        "for a branch that is not the manager's",
                        anybody().signIn("gerente"),
                        code(),
                        ",\"branches\":[\"branch-none\"]",
                        404,
                        "NOT_FOUND"),
                make(
                        "ending before it begins",
                        manager,
                        code(),
                        ",\"from\":\"2026-12-02\",\"until\":\"2026-12-01\"",
                        422,
                        "COUPON_DATES_OUT_OF_ORDER"),
                make("no uses", manager, code(), ",\"uses\":0", 422, "COUPON_LIMIT_OUT_OF_RANGE"),
                make(
                        "a negative minimum",
                        manager,
                        code(),
                        ",\"minimum\":\"-1.00\"",
                        422,
                        "COUPON_AMOUNT_OUT_OF_RANGE"),
                give(
                        "more than everything",
                        "{\"kind\":\"PERCENTAGE\",\"percent\":\"101\"}",
                        422,
                        "COUPON_BENEFIT_OUT_OF_RANGE"),
                give(
                        "three decimals off",
                        "{\"kind\":\"FIXED_AMOUNT\",\"amount\":\"1.005\"}",
                        422,
                        "MONEY_HAS_TWO_DECIMALS"),
                give(
                        "a dish of another branch",
                        "{\"kind\":\"FREE_ITEM\",\"dish\":\"dish-demo-callao-chicha-morada\"}",
                        422,
                        "COUPON_DISH_NOT_ON_MENU"),
                give("a kind that is none", "{\"kind\":\"MIRACLE\"}", 400, "BODY_MALFORMED"),
                give(
                        "a kind without its figure",
                        "{\"kind\":\"PERCENTAGE\"}",
                        400,
                        "BODY_MALFORMED"));
    }

    Stream<Bad> strangers() {
        var stranger = stranger();
        var theirs = code();
        create(stranger.http(), stranger.branch(), theirs, "");
        var ours = create(manager, BRANCH, code(), "");
        return Stream.of(
                redeem("another tenant's coupon", theirs, 404, "COUPON_UNKNOWN"),
                post(
                        "switching off another tenant's coupon",
                        stranger.http(),
                        "/branches/" + stranger.branch() + "/coupons/" + ours + "/deactivation",
                        "{}",
                        403,
                        "FOREIGN_TENANT"),
                get(
                        "reading another tenant's coupon",
                        stranger.http(),
                        "/branches/" + stranger.branch() + "/coupons/" + ours,
                        404,
                        "NOT_FOUND"));
    }

    @ParameterizedTest
    @MethodSource({"redeeming", "creating", "strangers"})
    void is_refused_and_nothing_is_stored(Bad bad) {
        refused(bad);
    }

    @Test
    void a_coupon_is_taken_off_what_is_due_and_shown_with_its_uses() {
        var code = code();
        var id = create(manager, BRANCH, code, ",\"uses\":3");
        var path = V + "/orders/" + order(cashier);
        var applied = cashier.post(path + "/coupon", json(code.toLowerCase(Locale.ROOT)));

        var view = cashier.get(path, applied.mustBe(200)).mustBe(200).body();
        assertThat(view.path("coupon").asString()).isEqualTo(code);
        assertThat(view.path("due").asString()).isEqualTo("16.20");
        var coupon = manager.get(V + COUPONS + "/" + id, applied).mustBe(200).body();
        assertThat(coupon.path("coupon").path("uses").asInt()).isEqualTo(1);
        assertThat(coupon.path("redemptions")).hasSize(1);

        var cancelled =
                cashier.post(path + "/cancellation", "{\"reason\":\"se fueron\"}").mustBe(200);
        var after = manager.get(V + COUPONS + "/" + id, cancelled).mustBe(200).body();
        assertThat(after.path("coupon").path("uses").asInt()).isZero();
        assertThat(after.path("redemptions").path(0).path("releasedAt").asString()).isNotEmpty();
    }

    @Test
    void of_many_tills_at_once_as_many_redeem_it_as_there_are_uses() throws Exception {
        var code = code();
        create(manager, BRANCH, code, ",\"uses\":3");
        List<String> orders = IntStream.range(0, 12).mapToObj(_ -> order(cashier)).toList();
        int redeemed = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            var attempts =
                    orders.stream()
                            .map(
                                    id ->
                                            pool.submit(
                                                    () ->
                                                            cashier.post(
                                                                    V + "/orders/" + id + "/coupon",
                                                                    json(code))))
                            .toList();
            for (var attempt : attempts) {
                var answer = attempt.get();
                if (answer.status() == 200) {
                    redeemed++;
                } else {
                    assertThat(answer.code()).isEqualTo("COUPON_USED_UP");
                }
            }
        }
        assertThat(redeemed).isEqualTo(3);
    }

    private Bad redeem(String what, String code, int status, String refusal) {
        return post(what, cashier, order + "/coupon", json(code), status, refusal);
    }

    private static Bad make(
            String what, Http who, String code, String more, int status, String refusal) {
        return post("a coupon: " + what, who, COUPONS, coupon(code, TENTH, more), status, refusal);
    }

    private Bad give(String what, String benefit, int status, String refusal) {
        return post(
                "a coupon that gives " + what,
                manager,
                COUPONS,
                coupon(code(), benefit, ""),
                status,
                refusal);
    }

    private static String create(Http who, String branch, String code, String more) {
        return who.post(V + "/branches/" + branch + "/coupons", coupon(code, TENTH, more))
                .mustBe(201)
                .id();
    }

    private static String coupon(String code, String benefit, String more) {
        return "{\"code\":\"%s\",\"terms\":{\"name\":\"Promo\",\"benefit\":%s%s}}"
                .formatted(code, benefit, more);
    }

    private static String json(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private static String code() {
        return fresh("C").substring(0, 20).toUpperCase(Locale.ROOT);
    }
}
