package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.story.Http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program is killed in the middle of a rebuild. It never says of half a view that it is whole:
 * the next start goes on where it stood.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayKillTest {
    private static final List<String> VIEWS = List.of("view-audit", "view-stock");
    private static final String PROCESSORS = "/api/v1/operations/processors";
    private static final int FEW = 50;
    private static final Duration SOON = Duration.ofMinutes(3);

    @Test
    void a_rebuild_that_was_killed_in_the_middle_goes_on_after_the_next_start() throws Exception {
        try (var program = new OwnProcess(Path.of("target", "kill-replay").toAbsolutePath())) {
            // Each event is a transaction of its own: there is time to kill it.
            start(program, 1);
            program.awaitLine("was made");
            await().atMost(SOON).until(() -> areWhole(platform(program)));
            var before = shown(program);
            assertThat(before).hasSizeGreaterThan(2 * FEW);
            var platform = platform(program);
            VIEWS.forEach(
                    view -> platform.post(PROCESSORS + "/" + view + "/replay", "{}").mustBe(202));
            await().atMost(SOON)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> areHalf(platform));
            program.kill();

            start(program, 20);
            await().atMost(SOON).pollDelay(Duration.ZERO).until(() -> areWhole(platform(program)));
            assertThat(shown(program)).isEqualTo(before);
        }
    }

    private static void start(OwnProcess program, int stretch) throws Exception {
        program.start(
                "--comanda.super-admin.email=plataforma@demo.pe",
                "--comanda.super-admin.password=ceviche-de-demo",
                "--comanda.replay.stretch=" + stretch);
    }

    private static Http platform(OwnProcess program) {
        return new Http(program.base(), "").signIn("plataforma");
    }

    /** Whether the views say that they have everything. */
    private static boolean areWhole(Http platform) {
        return views(platform)
                .allMatch(v -> v.path("caughtUp").asBoolean() && !v.path("replaying").asBoolean());
    }

    /** Whether they have something, and miss so much that they still do when they are killed. */
    private static boolean areHalf(Http platform) {
        return views(platform)
                .allMatch(
                        v ->
                                v.path("replaying").asBoolean()
                                        && v.path("position").asLong() > FEW
                                        && v.path("behind").asLong() > FEW);
    }

    private static Stream<JsonNode> views(Http platform) {
        return platform.get(PROCESSORS)
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .filter(view -> VIEWS.contains(view.path("name").asString()));
    }

    /** Without the places: an event that was committed late has another one in a rebuilt view. */
    private static List<String> shown(OwnProcess program) {
        var anybody = new Http(program.base(), "");
        var shown = KillTest.all(anybody.signIn("auditor"), "/api/v1/audit/timeline");
        var manager = anybody.signIn("gerente");
        shown.addAll(KillTest.all(manager, Callers.BRANCH + "/inventory/items"));
        return shown.stream()
                .map(item -> ((ObjectNode) item).without("position").toString())
                .sorted()
                .toList();
    }
}
