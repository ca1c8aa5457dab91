package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

import pe.comanda.ComandaApplication;
import pe.comanda.crash.Callers;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The same evening with commands, events and queries on a real Axon Server. */
@EnabledIfEnvironmentVariable(
        named = "AXONSERVER_TEST",
        matches = ".+",
        disabledReason = "Set AXONSERVER_TEST=host:port of an empty Axon Server to run this")
@SpringBootTest(
        classes = ComandaApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "comanda.data=target/integration-axon-server",
            "comanda.demo=always",
            "comanda.event-store=axon-server",
            "axon.axonserver.servers=${AXONSERVER_TEST}",
            "comanda.super-admin.email=plataforma@comanda.pe",
            "comanda.super-admin.password=plataforma-de-prueba"
        })
@DirtiesContext
class StoryOnAxonServerTest extends Story {
    private static final Duration LONG = Duration.ofMinutes(3);

    @LocalServerPort private int port;
    @Autowired private JdbcTemplate sql;

    @Override
    Http anybody() {
        return new Http("http://localhost:" + port, "");
    }

    @Test
    void every_view_is_the_same_after_its_own_reader_has_rebuilt_it() throws Exception {
        a_table_orders_the_kitchen_cooks_stock_goes_down_the_bill_is_paid_and_an_auditor_replays_it();
        AllRebuilt.areTheSame(anybody(), sql);
    }

    /**
     * The two settings are commands for a shell: {@code docker kill axon}, {@code docker start
     * axon}.
     */
    @Test
    @EnabledIfEnvironmentVariable(
            named = "AXONSERVER_TEST_KILL",
            matches = ".+",
            disabledReason =
                    "Set AXONSERVER_TEST_KILL and AXONSERVER_TEST_START to the commands that do it")
    void it_is_killed_under_load_callers_are_told_to_come_back_and_all_goes_on_when_it_is_back()
            throws Exception {
        var till = anybody().signIn("gerente");
        Callers.fillTheLarder(till);
        var callers = new Callers();
        callers.start(till, 4);
        await().atMost(LONG).until(() -> callers.acknowledged() >= 20);

        shell("AXONSERVER_TEST_KILL");
        await().atMost(LONG).until(() -> callers.turnedAway() > 0);
        anybody().get("/actuator/health/readiness").mustBe(503);
        int before = callers.acknowledged();
        shell("AXONSERVER_TEST_START");
        await().atMost(LONG).until(() -> callers.acknowledged() >= before + 20);
        callers.stop();
        callers.askAgain(till);

        assertThat(callers.unexpected()).isEmpty();
        await().atMost(LONG).until(this::everybodyIsAtTheHead);
        callers.orders()
                .forEach(
                        (order, confirmed) -> {
                            var taken =
                                    till.get(Callers.BRANCH + "/orders/" + order + "/stock")
                                            .mustBe(200)
                                            .body()
                                            .path("items");
                            assertThat(taken.size()).as(order).isEqualTo(confirmed ? 1 : 0);
                            taken.forEach(
                                    one ->
                                            assertThat(one.path("status").asString())
                                                    .isEqualTo("TAKEN"));
                        });
    }

    private boolean everybodyIsAtTheHead() {
        return SuspensionTest.platform(anybody())
                .get(V + "/operations/processors")
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .allMatch(processor -> processor.path("caughtUp").asBoolean());
    }

    private static void shell(String setting) throws Exception {
        var ran =
                new ProcessBuilder("sh", "-c", System.getenv(setting))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(ran.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(ran.exitValue()).as(setting).isZero();
    }
}
