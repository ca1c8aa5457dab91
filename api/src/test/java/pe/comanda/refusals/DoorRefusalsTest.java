package pe.comanda.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import pe.comanda.IntegrationTest;
import pe.comanda.api.security.TokenForge;
import pe.comanda.story.Http;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the door refuses before anybody decides anything. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorRefusalsTest extends Refusals {
    private static final String ORDERS = "/branches/" + BRANCH + "/orders";
    @Autowired private ApplicationContext program;
    private Http cashier;
    private Http manager;
    private String order;

    @BeforeAll
    void somebody_is_there() {
        cashier = anybody().signIn("caja");
        manager = anybody().signIn("gerente");
        order = "/orders/" + order(cashier);
    }

    Stream<Bad> tokens() {
        var token = cashier.token();
        return Stream.of(
                place("no token", anybody(), 401, "TOKEN_REQUIRED"),
                place("no token at all", anybody().as("nonsense"), 401, "TOKEN_INVALID"),
                place(
                        "another signature",
                        anybody().as(TokenForge.signedByAnother(token)),
                        401,
                        "TOKEN_INVALID"),
                place(
                        "a token that makes itself an administrator",
                        anybody().as(TokenForge.promoted(token)),
                        401,
                        "TOKEN_INVALID"),
                place(
                        "a token without a signature",
                        anybody().as(TokenForge.unsigned(token)),
                        401,
                        "TOKEN_INVALID"),
                place(
                        "a token that is over",
                        anybody().as(TokenForge.expired(program)),
                        401,
                        "TOKEN_EXPIRED"),
                post(
                        "a wrong password",
                        anybody(),
                        "/auth/login",
                        "{\"email\":\"caja@demo.pe\",\"password\":\"adivina\"}",
                        401,
                        "CREDENTIALS_WRONG"),
                post(
                        "somebody nobody knows",
                        anybody(),
                        "/auth/login",
                        "{\"email\":\"nadie@demo.pe\",\"password\":\"adivina\"}",
                        401,
                        "CREDENTIALS_WRONG"));
    }

    Stream<Bad> bodies() {
        return Stream.of(
                place("half a JSON", "{\"type\":", 400, "BODY_MALFORMED"),
                place("no body", "", 400, "BODY_MALFORMED"),
                place("a list for an object", "[]", 400, "BODY_MALFORMED"),
                place("a thousand brackets", "[".repeat(2_000), 400, "BODY_MALFORMED"),
                place(
                        "a dish without a form",
                        oneChicha().replace(CHICHA, "x'; drop"),
                        400,
                        "MALFORMED_ID"),
                place("what no text holds", note("\\u0000"), 400, "MALFORMED_TEXT"),
                place("half a letter", note("\\ud83d"), 400, "MALFORMED_TEXT"),
                post(
                        "a form for JSON",
                        cashier,
                        ORDERS,
                        oneChicha(),
                        Map.of("Content-Type", "text/plain"),
                        415,
                        "MEDIA_TYPE_NOT_SUPPORTED"),
                header(
                        "a key of three letters",
                        "Idempotency-Key",
                        "abc",
                        "IDEMPOTENCY_KEY_MALFORMED"),
                header("a version that is no number", "If-Match", "\"new\"", "IF_MATCH_MALFORMED"),
                header(
                        "a position that is no number",
                        "Comanda-Position",
                        "x",
                        "POSITION_MALFORMED"));
    }

    Stream<Bad> places() {
        return Stream.of(
                get("a route that is none", cashier, "/nowhere", 404, "ROUTE_NOT_FOUND"),
                get("a wrong verb", cashier, order + "/confirmation", 405, "METHOD_NOT_ALLOWED"),
                get("an id of another kind", cashier, "/orders/dish-1", 400, "MALFORMED_ID"),
                get("an unknown order", cashier, "/orders/order-none", 404, "NOT_FOUND"),
                post(
                        "changing an unknown order",
                        cashier,
                        "/orders/order-none/confirmation",
                        "{}",
                        404,
                        "NOT_FOUND"),
                get(
                        "a cursor of one's own making",
                        cashier,
                        ORDERS + "?cursor=x",
                        400,
                        "CURSOR_MALFORMED"),
                get(
                        "a cursor of one's own making among people",
                        manager,
                        "/staff?cursor=nonsense",
                        400,
                        "CURSOR_MALFORMED"),
                get(
                        "a cursor of one's own making in a history",
                        anybody().signIn("auditor"),
                        "/audit/timeline?cursor=nonsense",
                        400,
                        "CURSOR_MALFORMED"),
                get(
                        "a cursor of one's own making among dishes",
                        manager,
                        "/branches/" + BRANCH + "/menu/dishes?cursor=nonsense",
                        400,
                        "CURSOR_MALFORMED"),
                get(
                        "a moment that is none",
                        anybody().signIn("auditor"),
                        "/audit/aggregates/order-1/difference?from=yesterday",
                        400,
                        "MOMENT_MALFORMED"),
                get(
                        "a parameter that no text holds",
                        anybody().signIn("auditor"),
                        "/audit/timeline?actor=%00",
                        400,
                        "VALUE_INVALID"),
                get(
                        "a limit that is no number",
                        cashier,
                        ORDERS + "?limit=all",
                        400,
                        "VALUE_INVALID"),
                get(
                        "a QR code that nobody drew",
                        anybody(),
                        "/public/tables/Zm9vYmFyYmF6cXV4MTIzNA",
                        404,
                        "QR_CODE_UNKNOWN"));
    }

    Stream<Bad> signUps() {
        return Stream.of(
                signUp("a RUC with a wrong digit", "\"ruc\":\"20131312956\"", 422, "MALFORMED_RUC"),
                signUp("a RUC of letters", "\"ruc\":\"veinte\"", 422, "MALFORMED_RUC"),
                signUp("a short password", "\"password\":\"corta\"", 422, "PASSWORD_TOO_SHORT"),
                signUp("no e-mail address", "\"email\":\"otto\"", 422, "MALFORMED_EMAIL"),
                signUp("a slug with blanks", "\"slug\":\"El Otro\"", 422, "MALFORMED_SLUG"),
                post(
                        "a factura for a RUC with a wrong digit",
                        cashier,
                        order + "/invoices",
                        """
                        {"type":"FACTURA","buyer":{"documentType":"RUC","number":"20131312956",
                         "name":"Empresa S.A."}}""",
                        422,
                        "MALFORMED_RUC"));
    }

    @ParameterizedTest
    @MethodSource({"tokens", "bodies", "places", "signUps"})
    void is_refused_and_nothing_is_stored(Bad bad) {
        refused(bad);
    }

    @Test
    void the_same_key_with_another_body_is_refused_and_with_the_same_body_answered_again() {
        var key = Map.of("Idempotency-Key", fresh("key"));
        var first = cashier.exchange("POST", V + ORDERS, oneChicha(), key).mustBe(201);
        var again = cashier.exchange("POST", V + ORDERS, oneChicha(), key).mustBe(201);
        assertThat(again.id()).isEqualTo(first.id());

        refused(
                post(
                        "the key of another body",
                        cashier,
                        ORDERS,
                        takeaway("\"quantity\":2"),
                        key,
                        422,
                        "IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_its_family() {
        var login = "{\"email\":\"auditor@demo.pe\",\"password\":\"ceviche-de-demo\"}";
        var first = anybody().post(V + "/auth/login", login).mustBe(200);
        var second = refresh(first.text("refreshToken")).mustBe(200);
        var alive = anybody().as(second.text("accessToken"));
        alive.get(V + "/auth/me").mustBe(200);

        assertThat(refresh(first.text("refreshToken")).mustBe(401).code())
                .isEqualTo("REFRESH_TOKEN_REUSED");
        assertThat(refresh(second.text("refreshToken")).status()).isEqualTo(401);
        assertThat(alive.get(V + "/auth/me").mustBe(401).code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void a_revoked_code_opens_no_table() {
        var tables = "/branches/" + BRANCH + "/tables";
        var made = manager.post(V + tables, "{\"number\":901,\"label\":\"Terraza\"}").mustBe(201);
        var path = V + tables + "/" + made.id();
        var code = manager.get(path, made).mustBe(200).text("qrToken");
        anybody().get(V + "/public/tables/" + code).mustBe(200);

        var revoked = manager.post(path + "/qr/revocation", "{}").mustBe(200);
        manager.get(path, revoked).mustBe(200);

        refused(get("a revoked code", anybody(), "/public/tables/" + code, 410, "QR_CODE_REVOKED"));
        refused(
                post(
                        "a session by a revoked code",
                        anybody(),
                        "/public/tables/" + code + "/sessions",
                        "{\"name\":\"Ana\",\"guests\":2}",
                        410,
                        "QR_CODE_REVOKED"));
    }

    private Http.Answer refresh(String token) {
        return anybody().post(V + "/auth/refresh", "{\"refreshToken\":\"" + token + "\"}");
    }

    private Bad place(String what, Http who, int status, String code) {
        return post(what, who, ORDERS, oneChicha(), status, code);
    }

    private Bad place(String what, String json, int status, String code) {
        return post(what, cashier, ORDERS, json, status, code);
    }

    private static String note(String letter) {
        return takeaway("\"quantity\":1,\"note\":\"sin " + letter + "\"");
    }

    private Bad header(String what, String name, String value, String code) {
        return post(what, cashier, ORDERS, oneChicha(), Map.of(name, value), 400, code);
    }

    private Bad signUp(String what, String instead, int status, String code) {
        var slug = fresh("otro");
        var fields = new HashMap<String, String>();
        fields.put("slug", "\"" + slug + "\"");
        fields.put("name", "\"El Otro\"");
        fields.put("adminName", "\"Otto Otero\"");
        fields.put("email", "\"" + slug + "@example.com\"");
        fields.put("password", "\"otra-clave-larga\"");
        var split = instead.split(":", 2);
        fields.put(split[0].replace("\"", ""), split[1]);
        var json =
                fields.entrySet().stream()
                        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                        .toList();
        return post(
                what,
                anybody(),
                "/auth/register",
                "{" + String.join(",", json) + "}",
                status,
                code);
    }
}
