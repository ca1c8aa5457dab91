package pe.comanda.api.reference;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said over the counter, route by route: {@code openapi/examples.json}, by method and path.
 */
@Component
class Examples {
    private final Map<String, Example> byRoute;

    Examples(JsonMapper json) throws IOException {
        try (var in = new ClassPathResource("openapi/examples.json").getInputStream()) {
            this.byRoute = json.readValue(in, new TypeReference<Map<String, Example>>() {});
        }
    }

    /**
     * @param summary what the route is for, in one line
     * @param problems codes of refusals that it is known for
     */
    record Example(
            String summary,
            @Nullable JsonNode request,
            @Nullable JsonNode response,
            List<String> problems) {}

    Optional<Example> of(String method, String path) {
        return Optional.ofNullable(byRoute.get(method + " " + path));
    }
}
