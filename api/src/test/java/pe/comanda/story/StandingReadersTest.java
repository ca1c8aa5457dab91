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

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/**
 * Readers are compared with the head of the log: when all of them stand, all of them are behind.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingReadersTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired private EventProcessingConfiguration processing;
    @LocalServerPort private int port;
    private Http anybody;
    private Http platform;
    private List<StreamingEventProcessor> readers;

    @BeforeEach
    void everybody_who_reads() {
        anybody = new Http("http://localhost:" + port, "");
        platform = SuspensionTest.platform(anybody);
        readers =
                processing.eventProcessors().values().stream()
                        .map(StreamingEventProcessor.class::cast)
                        .toList();
        await().atMost(SOON).until(() -> caughtUp().size() == readers.size());
    }

    @AfterEach
    void they_read_again() {
        readers.stream().filter(reader -> !reader.isRunning()).forEach(reader -> reader.start());
        await().atMost(SOON).until(() -> caughtUp().size() == readers.size());
    }

    @Test
    void readers_that_stand_are_behind_the_head_of_the_log_and_health_names_them() {
        readers.forEach(StreamingEventProcessor::shutDown);
        assertThat(caughtUp()).as("stopped, with nothing to read").isEmpty();
        var cashier = anybody.signIn("mozo-callao");
        cashier.post(Callao.ORDERS, Callao.CHICHA).mustBe(201);

        assertThat(processors())
                .allSatisfy(p -> assertThat(p.path("behind").asLong()).isPositive());
        assertThat(caughtUp()).isEmpty();
        // Each has patience of its own before it is said to stand.
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            var health = anybody.get("/actuator/health/readers").mustBe(503);
                            assertThat(health.body().toString())
                                    .contains("view-live", "policy-loyalty", "lookups");
                        });
        anybody.get("/actuator/health/readiness").mustBe(200);
        await().atMost(SOON).until(() -> metric("comanda_processor_behind") > 0);
        assertThat(metric("comanda_processor_standing")).isEqualTo(1);

        readers.forEach(StreamingEventProcessor::start);
        await().atMost(SOON).until(() -> caughtUp().size() == readers.size());
        await().atMost(SOON).until(() -> anybody.get("/actuator/health/readers").status() == 200);
        await().atMost(SOON).until(() -> metric("comanda_processor_behind") == 0);
    }

    private JsonNode processors() {
        return platform.get("/api/v1/operations/processors").mustBe(200).body().path("items");
    }

    private List<String> caughtUp() {
        return processors()
                .valueStream()
                .filter(processor -> processor.path("caughtUp").asBoolean())
                .map(processor -> processor.path("name").asString())
                .toList();
    }

    /** Of the books' reader. */
    private double metric(String name) {
        var figures = new String(platform.get("/actuator/prometheus").mustBe(200).bytes());
        return figures.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("view-books"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf("} ") + 2)))
                .findFirst()
                .orElseThrow();
    }
}
