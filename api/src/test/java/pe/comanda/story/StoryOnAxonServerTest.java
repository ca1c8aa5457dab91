package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.OnAxonServer;
import pe.comanda.crash.AxonServer;
import pe.comanda.crash.Callers;

import java.time.Duration;

/** The same evening with commands, events and queries on a real Axon Server. */
@OnAxonServer
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

    @Test
    @EnabledIfEnvironmentVariable(
            named = AxonServer.KILL,
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

        AxonServer.kill();
        await().atMost(LONG).until(() -> callers.turnedAway() > 0);
        anybody().get("/actuator/health/readiness").mustBe(503);
        int before = callers.acknowledged();
        AxonServer.start();
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
}
