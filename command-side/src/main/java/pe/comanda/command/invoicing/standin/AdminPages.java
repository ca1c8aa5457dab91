package pe.comanda.command.invoicing.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the stand-in shows and takes beside SUNAT's own calls: {@code GET /stand-in/journal}, {@code
 * GET /stand-in/documents}, and {@code GET}, {@code POST}, {@code DELETE /stand-in/faults}.
 */
final class AdminPages {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 10_000;
    private static final int SHOWN = 200;

    private final StandInRegistry registry;
    private final Supplier<List<JournalEntry>> journal;

    AdminPages(StandInRegistry registry, Supplier<List<JournalEntry>> journal) {
        this.registry = registry;
        this.journal = journal;
    }

    void openOn(HttpServer server) {
        var _ = server.createContext("/stand-in/journal", http -> show(http, journal.get()));
        var _ = server.createContext("/stand-in/documents", http -> show(http, documents()));
        var _ = server.createContext("/stand-in/faults", this::faults);
    }

    /** A document without its CDR. */
    record Row(
            String document,
            boolean accepted,
            String code,
            String description,
            String total,
            String receivedAt) {}

    private List<Row> documents() {
        return registry.latest(SHOWN).stream()
                .map(
                        it ->
                                new Row(
                                        it.key().fileName(),
                                        it.accepted(),
                                        it.code(),
                                        it.description(),
                                        it.total(),
                                        it.receivedAt().toString()))
                .toList();
    }

    private void faults(HttpExchange http) throws IOException {
        try (http) {
            switch (http.getRequestMethod()) {
                case "GET" -> show(http, registry.armed());
                case "POST" -> {
                    registry.arm(
                            JSON.readValue(
                                    http.getRequestBody().readNBytes(MOST_BYTES),
                                    ArmedFault.class));
                    http.sendResponseHeaders(204, -1);
                }
                case "DELETE" -> {
                    registry.disarm("");
                    http.sendResponseHeaders(204, -1);
                }
                default -> http.sendResponseHeaders(405, -1);
            }
        } catch (JacksonException e) {
            SoapExchange.send(
                    http,
                    400,
                    "text/plain;charset=UTF-8",
                    "No es una falla: " + e.getOriginalMessage());
        }
    }

    private static void show(HttpExchange http, Object value) throws IOException {
        try (http) {
            SoapExchange.send(http, 200, "application/json", JSON.writeValueAsString(value));
        }
    }
}
