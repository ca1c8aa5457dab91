package pe.comanda.story;

import static org.awaitility.Awaitility.await;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/** The readers of the log, as those who run the program see them. */
final class Readers {
    /**
     * The last knows who may sign in: while it is rebuilt nobody may, not even to ask how far it
     * is.
     */
    static final List<String> VIEWS =
            List.of(
                    "view-live",
                    "view-menu",
                    "view-floor",
                    "view-stock",
                    "view-loyalty",
                    "view-invoices",
                    "view-books",
                    "view-audit",
                    "view-people");

    private static final String PROCESSORS = "/api/v1/operations/processors";
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Http platform;

    Readers(Http platform) {
        this.platform = platform;
    }

    void replay(String view) {
        tryReplay(view).mustBe(202);
    }

    Http.Answer tryReplay(String view) {
        return platform.post(PROCESSORS + "/" + view + "/replay", "{}");
    }

    /** Until everybody has read everything and nobody replays, twice in a row. */
    void awaitRest() {
        await().atMost(SOON)
                .during(Duration.ofMillis(500))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            var answer = platform.get(PROCESSORS);
                            return answer.status() == 200
                                    && answer.body()
                                            .path("items")
                                            .valueStream()
                                            .allMatch(Readers::rests);
                        });
    }

    private static boolean rests(JsonNode reader) {
        return reader.path("caughtUp").asBoolean() && !reader.path("replaying").asBoolean();
    }

    JsonNode of(String view) {
        return all().valueStream()
                .filter(reader -> reader.path("name").asString().equals(view))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode all() {
        return platform.get(PROCESSORS).mustBe(200).body().path("items");
    }
}
