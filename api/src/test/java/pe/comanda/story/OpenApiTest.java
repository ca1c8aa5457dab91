package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import pe.comanda.IntegrationTest;
import pe.comanda.RefusalCodes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the program says about its routes is what they are. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired private JsonMapper json;
    @LocalServerPort private int port;
    private JsonNode document;

    /** The routes of the evening that the README tells. */
    static List<String> walk() {
        return List.of(
                "POST /api/v1/auth/login",
                "POST /api/v1/auth/refresh",
                "GET /api/v1/public/tables/{token}",
                "POST /api/v1/public/tables/{token}/sessions",
                "POST /api/v1/branches/{branch}/sessions/{session}/approval",
                "POST /api/v1/public/sessions/{session}/token",
                "POST /api/v1/live/tickets",
                "POST /api/v1/branches/{branch}/orders",
                "POST /api/v1/orders/{order}/rounds",
                "POST /api/v1/branches/{branch}/menu/dishes/{dish}/availability",
                "POST /api/v1/orders/{order}/confirmation",
                "GET /api/v1/branches/{branch}/orders/{order}/stock",
                "GET /api/v1/branches/{branch}/inventory/shortages",
                "POST /api/v1/branches/{branch}/inventory/shortages/{deduction}/decision",
                "POST /api/v1/orders/{order}/moves",
                "POST /api/v1/orders/{order}/payments",
                "GET /api/v1/orders/{order}",
                "POST /api/v1/customers",
                "POST /api/v1/orders/{order}/customer",
                "GET /api/v1/customers/{customer}/points",
                "GET /api/v1/loyalty/rewards",
                "POST /api/v1/loyalty/rewards",
                "GET /api/v1/loyalty/rewards/{reward}",
                "POST /api/v1/loyalty/rewards/{reward}/terms",
                "POST /api/v1/loyalty/rewards/{reward}/withdrawal",
                "POST /api/v1/loyalty/rewards/{reward}/return",
                "POST /api/v1/orders/{order}/reward",
                "POST /api/v1/orders/{order}/reward/removal",
                "POST /api/v1/orders/{order}/invoices",
                "POST /api/v1/operations/stand-in/faults",
                "GET /api/v1/invoices/{invoice}/timeline",
                "GET /api/v1/audit/timeline",
                "GET /api/v1/audit/aggregates/{aggregate}/as-of");
    }

    @BeforeEach
    void the_document() {
        document = new Http("http://localhost:" + port, "").get("/v3/api-docs").mustBe(200).body();
    }

    @Test
    void it_is_openapi_3_1_and_names_every_route() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        for (var route : Route.all(mappings)) {
            if (route.pattern().startsWith(Story.V)) {
                assertThat(operation(route.method(), route.pattern()).isObject())
                        .as(route.name())
                        .isTrue();
            }
        }
    }

    @Test
    void values_are_texts_and_what_the_program_adds_itself_is_not_asked_for() {
        assertThat(document.path("components").path("schemas").propertyNames())
                .doesNotContain("Asking", "Money", "Quantity", "OrderId", "Caller");
        var parameters = operation("POST", "/api/v1/orders/{order}/payments").path("parameters");
        assertThat(parameters.valueStream().map(p -> p.path("name").asString()))
                .containsExactlyInAnyOrder("order", "Idempotency-Key", "If-Match");
        assertThat(operation("POST", "/api/v1/auth/login").path("security").isMissingNode())
                .isTrue();
        assertThat(operation("GET", "/api/v1/branches").path("security")).hasSize(1);
    }

    @Test
    void no_amount_and_no_rate_is_a_number() {
        assertThat(document.findValues("type"))
                .hasSizeGreaterThan(500)
                .allSatisfy(type -> assertThat(type.toString()).doesNotContain("\"number\""));
    }

    @ParameterizedTest
    @MethodSource("walk")
    void each_step_of_the_walk_is_shown_by_example(String name) {
        var method = name.substring(0, name.indexOf(' '));
        var route = route(name);
        var operation = operation(method, route.pattern());
        assertThat(operation.path("summary").asString("")).isNotEmpty();

        var body =
                Arrays.stream(route.handler().getMethod().getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                        .findFirst();
        body.ifPresent(
                parameter -> {
                    var example =
                            only(operation.path("requestBody").path("content")).path("example");
                    assertThat(example.isObject()).as("a request").isTrue();
                    var type = json.constructType(parameter.getParameterizedType());
                    assertThat((Object) json.treeToValue(example, type)).isNotNull();
                    assertThat(example.propertyNames())
                            .as("fields of a request")
                            .isSubsetOf(fields(type.getRawClass()));
                });

        var answers = operation.path("responses");
        var success = answers.propertyNames().stream().filter(s -> s.startsWith("2")).findFirst();
        var answered = only(answers.path(success.orElseThrow()).path("content")).path("example");
        assertThat(answered.isObject()).as("an answer").isTrue();
        var view = view(route.handler().getMethod().getGenericReturnType());
        if (view.isRecord()) {
            assertThat(answered.propertyNames()).as("fields of an answer").isSubsetOf(fields(view));
        }

        var problems = only(answers.path("default").path("content")).path("examples");
        assertThat(problems.propertyNames()).as("refusals").isNotEmpty();
        var known =
                Stream.concat(RefusalCodes.ofRules(), RefusalCodes.ofMalformedValues()).toList();
        problems.forEachEntry(
                (code, problem) -> {
                    var value = problem.path("value");
                    assertThat(known).contains(code);
                    assertThat(value.path("code").asString()).isEqualTo(code);
                    assertThat(value.path("detail").asString()).isNotEqualTo(code);
                    assertThat(value.path("status").asInt()).isGreaterThanOrEqualTo(400);
                });
    }

    @Test
    void the_socket_is_described_beside_it() {
        var answer = new Http("http://localhost:" + port, "").get("/v3/async-api").mustBe(200);
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).startsWith("asyncapi: 3");
    }

    private Route route(String name) {
        return Route.all(mappings).stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No route " + name));
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    private static JsonNode only(JsonNode content) {
        assertThat(content).as("one content type").hasSize(1);
        return content.iterator().next();
    }

    private static List<String> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toList());
    }

    /** What is inside of the futures and entities that a controller answers. */
    private static Class<?> view(Type type) {
        return type instanceof ParameterizedType generic
                ? view(generic.getActualTypeArguments()[0])
                : (Class<?>) type;
    }
}
