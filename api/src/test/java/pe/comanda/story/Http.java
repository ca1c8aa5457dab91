package pe.comanda.story;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who talks to the program over HTTP, with a token or without. */
public record Http(String base, String token) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param body null where the answer had none or was not JSON
     */
    public record Answer(
            int status, JsonNode body, Map<String, List<String>> headers, byte[] bytes) {
        public String text(String field) {
            return body.path(field).asString("");
        }

        public String id() {
            return text("id");
        }

        public String code() {
            return text("code");
        }

        public String position() {
            return headers.getOrDefault("comanda-position", List.of("")).getFirst();
        }

        public Answer mustBe(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        "Expected " + expected + " but was " + status + ": " + body);
            }
            return this;
        }
    }

    public Http as(String other) {
        return new Http(base, other);
    }

    public Answer get(String path) {
        return exchange("GET", path, null, Map.of());
    }

    /** Waits until the view has read what the earlier command stored. */
    public Answer get(String path, Answer after) {
        return exchange("GET", path, null, Map.of("Comanda-Position", after.position()));
    }

    public Answer post(String path, String json) {
        return exchange(
                "POST", path, json, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public Answer exchange(String method, String path, String json, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method,
                json == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(json));
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    parsed(response.body()),
                    response.headers().map(),
                    response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Signs in and answers the same client with the token. */
    public Http signIn(String who) {
        var json = "{\"email\":\"" + who + "@demo.pe\",\"password\":\"ceviche-de-demo\"}";
        return as(
                exchange("POST", "/api/v1/auth/login", json, Map.of("Comanda-Device", "story"))
                        .mustBe(200)
                        .text("accessToken"));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? JsonNodeFactory.instance.missingNode() : JSON.readTree(body);
        } catch (JacksonException _) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
