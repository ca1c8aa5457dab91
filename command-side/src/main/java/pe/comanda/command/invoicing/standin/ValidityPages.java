package pe.comanda.command.invoicing.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.Ruc;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The "consulta de validez": knows boletas too, tells a state, and wants a token first. Any client
 * gets one.
 */
final class ValidityPages {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 10_000;

    private final StandInRegistry registry;
    private final String token = newToken();

    ValidityPages(StandInRegistry registry) {
        this.registry = registry;
    }

    void openOn(HttpServer server) {
        var _ = server.createContext("/v1/clientesextranet/", this::token);
        var _ = server.createContext("/v1/contribuyente/contribuyentes/", this::state);
    }

    private void token(HttpExchange http) throws IOException {
        try (http) {
            var answer =
                    JSON.createObjectNode()
                            .put("access_token", token)
                            .put("token_type", "JWT")
                            .put("expires_in", 3600);
            SoapExchange.send(http, 200, "application/json", answer.toString());
        }
    }

    private void state(HttpExchange http) throws IOException {
        try (http) {
            var authorization = http.getRequestHeaders().getFirst("Authorization");
            if (!("Bearer " + token).equals(authorization)) {
                SoapExchange.send(
                        http,
                        401,
                        "application/json",
                        "{\"status\":401,\"message\":\"Unauthorized\"}");
                return;
            }
            var answer =
                    JSON.createObjectNode()
                            .put("success", true)
                            .put("message", "Operation Success! ");
            var _ =
                    answer.putObject("data")
                            .put(
                                    "estadoCp",
                                    state(
                                            JSON.readTree(
                                                    http.getRequestBody().readNBytes(MOST_BYTES))))
                            .put("estadoRuc", "00")
                            .put("condDomiRuc", "00");
            SoapExchange.send(http, 200, "application/json", answer.toString());
        } catch (JacksonException e) {
            http.sendResponseHeaders(400, -1);
        }
    }

    /** 0 does not exist, 1 accepted, 2 voided, 4 rejected. */
    private String state(JsonNode question) {
        try {
            var key =
                    new DocumentKey(
                            new Ruc(question.path("numRuc").asString("")),
                            DocumentType.withCode(question.path("codComp").asString("")),
                            DocumentNumber.of(
                                    question.path("numeroSerie").asString(""),
                                    question.path("numero").asInt(0)));
            return registry.find(key)
                    .filter(it -> it.total().equals(question.path("monto").asString("")))
                    .map(it -> it.voided() ? "2" : it.accepted() ? "1" : "4")
                    .orElse("0");
        } catch (IllegalArgumentException _) {
            return "0";
        }
    }

    private static String newToken() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
