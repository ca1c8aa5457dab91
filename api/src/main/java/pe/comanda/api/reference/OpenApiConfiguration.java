package pe.comanda.api.reference;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;

import pe.comanda.api.reference.Examples.Example;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Problems;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;

/** Completes what can be read from the controllers: headers, problems, examples. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String BEARER = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Asking.class, Authentication.class);
    }

    @Bean
    OpenAPI comanda() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Comanda")
                                .version("1")
                                .description(
                                        """
                                        The event-sourced backend of a restaurant. Amounts are decimal texts with tax, instants \
                                        RFC 3339, ids texts with a prefix. The socket is described at `/v3/async-api`."""))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT"))
                                .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OpenApiCustomizer headersProblemsAndExamples(Examples examples) {
        return document ->
                document.getPaths()
                        .forEach(
                                (path, item) ->
                                        item.readOperationsMap()
                                                .forEach(
                                                        (method, operation) ->
                                                                complete(
                                                                        path, method, operation,
                                                                        examples)));
    }

    private static void complete(
            String path, HttpMethod method, Operation operation, Examples examples) {
        boolean open =
                path.startsWith("/api/v1/public/")
                        || path.startsWith("/.well-known/")
                        || path.endsWith("/auth/login")
                        || path.endsWith("/auth/refresh")
                        || path.endsWith("/auth/register");
        if (!open) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
        if (method == HttpMethod.GET) {
            operation.addParametersItem(
                    header(
                            "Comanda-Position",
                            "Waits until the view has read as far as this: what a command answered"));
        } else {
            operation.addParametersItem(
                    header("Idempotency-Key", "The same key and body get the first answer"));
            operation.addParametersItem(
                    header(
                            "If-Match",
                            "The version that was acted on: 412 where it is an older one"));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused, and why")
                                .content(problems(Map.of())));
        examples.of(method.name(), path).ifPresent(example -> show(example, operation));
    }

    private static void show(Example example, Operation operation) {
        operation.setSummary(example.summary());
        var request = example.request();
        if (request != null && operation.getRequestBody() != null) {
            show(request, operation.getRequestBody().getContent());
        }
        operation
                .getResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("2")) {
                                succeed(response, example.response());
                            }
                        });
        var refusals = new LinkedHashMap<String, Map<String, Object>>();
        example.problems().forEach(code -> refusals.put(code, Problems.example(code)));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused, and why")
                                .content(problems(refusals)));
    }

    private static void succeed(ApiResponse response, @Nullable JsonNode example) {
        if (example != null && response.getContent() != null) {
            show(example, response.getContent());
        }
        response.addHeaderObject(
                "Comanda-Position",
                new Header()
                        .description("Where it stands in the event log")
                        .schema(new IntegerSchema()));
    }

    private static void show(JsonNode example, Content content) {
        var shown = plain(example);
        content.values().forEach(type -> type.setExample(shown));
    }

    /** Swagger writes with a Jackson of its own, which knows maps and lists but not our trees. */
    private static Object plain(JsonNode tree) {
        return JsonMapper.shared().treeToValue(tree, Object.class);
    }

    private static Content problems(Map<String, Map<String, Object>> examples) {
        var type = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        examples.forEach(
                (code, body) ->
                        type.addExamples(
                                code, new io.swagger.v3.oas.models.examples.Example().value(body)));
        return new Content().addMediaType(PROBLEM_JSON, type);
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter()
                .name(name)
                .required(false)
                .description(description)
                .schema(new StringSchema());
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().example("urn:comanda:rule:NOT_FOUND"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty(
                        "detail",
                        new StringSchema().description("In Spanish, for whoever is at the till"))
                .addProperty("code", new StringSchema().description("Stable"))
                .addProperty(
                        "details", new ObjectSchema().description("What was at stake, by name"));
    }
}
