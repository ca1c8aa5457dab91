package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.time.Duration;

/** Whoever signs up while the view of people is far behind is let in, or told to come back. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FoundersInAHurryTest {
    @Autowired private EventProcessingConfiguration processing;
    @LocalServerPort private int port;
    private StreamingEventProcessor people;
    private Newcomers newcomers;

    @BeforeEach
    void nobody_reads_who_is_new() {
        newcomers = new Newcomers(new Http("http://localhost:" + port, ""));
        people =
                processing
                        .eventProcessor("view-people", StreamingEventProcessor.class)
                        .orElseThrow();
        people.shutDown();
    }

    @AfterEach
    void somebody_reads_again() {
        if (!people.isRunning()) {
            people.start();
        }
    }

    @Test
    void a_founder_has_signed_up_and_gets_in_when_the_view_has_caught_up() {
        var founded =
                newcomers.register(newcomers.slug(), newcomers.mail("admin"), null).mustBe(201);
        var token = founded.body().path("session").path("accessToken").asString();
        var founder = new Http("http://localhost:" + port, token);

        for (var early :
                new Http.Answer[] {
                    founder.get("/api/v1/auth/me"),
                    newcomers.login("admin", Newcomers.PASSWORD),
                    newcomers.refresh(
                            founded.body().path("session").path("refreshToken").asString())
                }) {
            assertThat(early.mustBe(503).code()).isEqualTo("UNAVAILABLE");
            assertThat(early.headers().get("retry-after")).containsExactly("2");
        }

        people.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> founder.get("/api/v1/auth/me").status() == 200);
        newcomers
                .refresh(founded.body().path("session").path("refreshToken").asString())
                .mustBe(200);
        newcomers.login("admin", Newcomers.PASSWORD).mustBe(200);
    }
}
