package pe.comanda.refusals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Http;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderRefusalsTest extends Refusals {
    private static final String ORDERS = "/branches/" + BRANCH + "/orders";
    private Http waiter;
    private Http cook;
    private Http cashier;
    private String pending;
    private String confirmed;
    private String ready;
    private String cancelled;

    @BeforeAll
    void orders_in_all_states() {
        waiter = anybody().signIn("moza");
        cook = anybody().signIn("cocina");
        cashier = anybody().signIn("caja");
        pending = "/orders/" + order(cashier);
        confirmed = "/orders/" + order(cashier);
        cashier.post(V + confirmed + "/confirmation", "{}").mustBe(200);
        ready = "/orders/" + order(cashier);
        cashier.post(V + ready + "/confirmation", "{}").mustBe(200);
        cashier.post(V + ready + "/payments", "{\"method\":\"CARD\"}").mustBe(200);
        for (var step : List.of("PREPARING", "READY")) {
            cook.post(V + ready + "/moves", "{\"to\":\"" + step + "\"}").mustBe(200);
        }
        cancelled = "/orders/" + order(cashier);
        cashier.post(V + cancelled + "/cancellation", "{\"reason\":\"se fue\"}").mustBe(200);
    }

    Stream<Bad> transitions() {
        return Stream.of(
                move("serving what nobody cooked", pending, "SERVED", "NO_LINE_TO_MOVE"),
                move("cooking what nobody confirmed", pending, "PREPARING", "NO_LINE_TO_MOVE"),
                move("a step of two", confirmed, "READY", "NO_LINE_TO_MOVE"),
                move("moving what is cancelled", cancelled, "READY", "ORDER_MUST_BE_OPEN"),
                post(
                        "confirming twice",
                        cashier,
                        confirmed + "/confirmation",
                        "{}",
                        409,
                        "NOTHING_TO_CONFIRM"),
                post(
                        "cancelling twice",
                        cashier,
                        cancelled + "/cancellation",
                        "{\"reason\":\"otra vez\"}",
                        409,
                        "ORDER_MUST_BE_OPEN"),
                pay("paying what is cancelled", cancelled, "", 409, "ORDER_MUST_BE_OPEN"),
                post(
                        "a reason of two letters",
                        cashier,
                        pending + "/cancellation",
                        "{\"reason\":\"no\"}",
                        422,
                        "REASON_REQUIRED"),
                post(
                        "a version that is gone",
                        cashier,
                        confirmed + "/discount",
                        "{\"amount\":\"1.00\",\"reason\":\"demora\"}",
                        Map.of("If-Match", "\"0\""),
                        412,
                        "STALE_VERSION"));
    }

    Stream<Bad> roles() {
        return Stream.of(
                post(
                        "a waiter who cancels a sale",
                        waiter,
                        pending + "/cancellation",
                        "{\"reason\":\"se fue\"}",
                        403,
                        "PERMISSION_DENIED"),
                post(
                        "an order taken where one does not work",
                        waiter,
                        "/branches/branch-demo-callao/orders",
                        "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"dish-demo-callao-chicha-morada\",\"quantity\":1}]}",
                        403,
                        "FOREIGN_BRANCH"),
                post(
                        "a cook who takes money",
                        cook,
                        pending + "/payments",
                        "{\"method\":\"CASH\"}",
                        403,
                        "PERMISSION_DENIED"),
                post(
                        "a cook who serves",
                        cook,
                        ready + "/moves",
                        "{\"to\":\"SERVED\"}",
                        403,
                        "PERMISSION_DENIED"),
                post(
                        "a waiter who hands over what is paid",
                        waiter,
                        ready + "/moves",
                        "{\"to\":\"SERVED\"}",
                        403,
                        "SALE_IS_COMPLETED_AT_THE_TILL"),
                post(
                        "a waiter of another branch",
                        anybody().signIn("mozo-callao"),
                        pending + "/confirmation",
                        "{}",
                        403,
                        "FOREIGN_BRANCH"));
    }

    Stream<Bad> wishes() {
        var unknown = "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"dish-sushi\",\"quantity\":1}]}";
        return Stream.of(
                place("an unknown dish", unknown, 422, "DISH_NOT_ON_MENU"),
                place("no line", "{\"type\":\"TAKEOUT\",\"lines\":[]}", 400, "VALUE_INVALID"),
                place(
                        "a line of nothing",
                        "{\"type\":\"TAKEOUT\",\"lines\":[null]}",
                        400,
                        "BODY_MALFORMED"),
                place(
                        "no type",
                        "{\"lines\":[{\"dish\":\"" + CHICHA + "\",\"quantity\":1}]}",
                        400,
                        "VALUE_INVALID"),
                quantity("none", "0", 422, "QUANTITY_OUT_OF_RANGE"),
                quantity("less than none", "-1", 422, "QUANTITY_OUT_OF_RANGE"),
                quantity("a hundred", "100", 422, "QUANTITY_OUT_OF_RANGE"),
                quantity("more than a number holds", "2147483648", 400, "BODY_MALFORMED"),
                quantity("one and a half", "1.5", 400, "BODY_MALFORMED"),
                quantity("nothing", "null", 400, "BODY_MALFORMED"),
                place(
                        "a note that is a novel",
                        takeaway("\"quantity\":1,\"note\":\"" + "n".repeat(501) + "\""),
                        422,
                        "NOTE_TOO_LONG"),
                place(
                        "dining in without a table",
                        "{\"type\":\"DINE_IN\",\"lines\":[{\"dish\":\""
                                + CHICHA
                                + "\",\"quantity\":1}]}",
                        422,
                        "TABLE_SESSION_REQUIRED"),
                place(
                        "an option of another dish",
                        takeaway("\"quantity\":1,\"options\":[\"option-other\"]"),
                        422,
                        "OPTION_NOT_OFFERED"));
    }

    Stream<Bad> payments() {
        return Stream.of(
                pay("three decimals", pending, "10.005", 422, "MONEY_HAS_TWO_DECIMALS"),
                pay("an absurd sum", pending, "1000000000", 422, "MONEY_OUT_OF_RANGE"),
                pay("a sum of a million digits", pending, "1E+999999", 422, "MONEY_OUT_OF_RANGE"),
                pay("no number", pending, "NaN", 400, "BODY_MALFORMED"),
                pay("less than nothing", pending, "-5.00", 422, "AMOUNT_MUST_BE_POSITIVE"),
                pay("nothing", pending, "0.00", 422, "AMOUNT_MUST_BE_POSITIVE"),
                pay("a cent too much", pending, "18.01", 409, "AMOUNT_ABOVE_DUE"),
                post(
                        "a number where a text is agreed",
                        cashier,
                        pending + "/payments",
                        "{\"method\":\"CASH\",\"amount\":5.00}",
                        400,
                        "VALUE_IS_A_TEXT"),
                post(
                        "a misspelt field, without which all would be paid",
                        cashier,
                        pending + "/payments",
                        "{\"method\":\"CASH\",\"amuont\":\"5.00\"}",
                        400,
                        "FIELD_UNKNOWN"),
                post(
                        "too little cash",
                        cashier,
                        pending + "/payments",
                        "{\"method\":\"CASH\",\"tendered\":\"17.90\"}",
                        409,
                        "TENDERED_TOO_LITTLE"),
                post(
                        "a way to pay that does not exist",
                        cashier,
                        pending + "/payments",
                        "{\"method\":\"SHELLS\"}",
                        400,
                        "BODY_MALFORMED"),
                post(
                        "voiding what nobody paid",
                        cashier,
                        pending + "/payments/payment-none/void",
                        "{\"reason\":\"equivocado\"}",
                        409,
                        "UNKNOWN_PAYMENT"));
    }

    Stream<Bad> strangers() {
        var stranger = stranger();
        return Stream.of(
                post(
                        "another's order",
                        stranger.http(),
                        pending + "/confirmation",
                        "{}",
                        403,
                        "FOREIGN_TENANT"),
                post(
                        "an order in another's branch",
                        stranger.http(),
                        ORDERS,
                        oneChicha(),
                        403,
                        "FOREIGN_TENANT"),
                post(
                        "another's dish in one's own branch",
                        stranger.http(),
                        "/branches/" + stranger.branch() + "/orders",
                        oneChicha(),
                        422,
                        "DISH_NOT_ON_MENU"),
                get("reading another's order", stranger.http(), pending, 404, "NOT_FOUND"));
    }

    @ParameterizedTest
    @MethodSource({"transitions", "roles", "wishes", "payments", "strangers"})
    void is_refused_and_nothing_is_stored(Bad bad) {
        refused(bad);
    }

    private Bad move(String what, String order, String to, String code) {
        return post(what, cook, order + "/moves", "{\"to\":\"" + to + "\"}", 409, code);
    }

    private Bad place(String what, String json, int status, String code) {
        return post(what, cashier, ORDERS, json, status, code);
    }

    private Bad quantity(String what, String quantity, int status, String code) {
        return place("a quantity: " + what, takeaway("\"quantity\":" + quantity), status, code);
    }

    private Bad pay(String what, String order, String amount, int status, String code) {
        var json =
                amount.isEmpty()
                        ? "{\"method\":\"CARD\"}"
                        : "{\"method\":\"CARD\",\"amount\":\"" + amount + "\"}";
        return post("a payment: " + what, cashier, order + "/payments", json, status, code);
    }
}
