package pe.comanda.story;

import static org.awaitility.Awaitility.await;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** A WebSocket client that keeps what it hears. */
public final class Ears implements AutoCloseable, WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger closedWith = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private Ears(String url) {
        socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(URI.create(url), this)
                        .join();
    }

    /**
     * Opens the socket of whoever asks, after a sequence, or with a snapshot where it is negative.
     */
    public static Ears open(Http who, String branch, long after) {
        return with("{\"branch\":\"" + branch + "\"}", who, after < 0 ? "" : "&after=" + after);
    }

    /** Opens the socket of whoever follows one table. */
    static Ears open(Http who, String branch, String table) {
        return with("{\"branch\":\"%s\",\"table\":\"%s\"}".formatted(branch, table), who, "");
    }

    private static Ears with(String wish, Http who, String after) {
        var path = who.post("/api/v1/live/tickets", wish).mustBe(200).text("path");
        return new Ears(who.base().replaceFirst("^http", "ws") + path + after);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closedWith.set(code);
        return null;
    }

    public List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    public boolean heard(String type) {
        return heard.stream().anyMatch(m -> m.path("type").asString("").equals(type));
    }

    /** The types of everything that was heard. */
    public List<String> types() {
        return heard.stream().map(m -> m.path("type").asString("")).toList();
    }

    public JsonNode first(String type) {
        return heard.stream()
                .filter(m -> m.path("type").asString("").equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for a message of the type of which this holds. */
    public JsonNode awaits(String type, Predicate<JsonNode> which) {
        return await().alias(type)
                .atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                heard.stream()
                                        .filter(m -> m.path("type").asString("").equals(type))
                                        .filter(which)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Whether an order was seen in this status. */
    public boolean sawOrder(String order, String status) {
        return heard.stream()
                .map(m -> m.path("body").path("order"))
                .anyMatch(
                        o ->
                                o.path("id").asString("").equals(order)
                                        && o.path("status").asString("").equals(status));
    }

    public long lastSequence() {
        return sequences().max().orElse(-1);
    }

    public LongStream sequences() {
        return heard.stream().mapToLong(m -> m.path("sequence").asLong(-1)).filter(s -> s >= 0);
    }

    public int closedWith() {
        return closedWith.get();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
