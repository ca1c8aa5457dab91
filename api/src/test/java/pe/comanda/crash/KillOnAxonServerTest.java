package pe.comanda.crash;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import pe.comanda.story.Http;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Axon Server is killed, then the program, then both, while points pay for orders. Afterwards
 * order, reward and account agree about each of them.
 */
@EnabledIfEnvironmentVariable(
        named = AxonServer.ALONE,
        matches = ".+",
        disabledReason =
                "Set AXONSERVER_TEST, AXONSERVER_TEST_KILL, AXONSERVER_TEST_START and"
                        + " AXONSERVER_TEST_ALONE=yes to run this by itself on an empty Axon Server")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillOnAxonServerTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    private PointSpenders regulars;

    @Test
    void an_order_its_reward_and_the_points_agree_whoever_is_killed() throws Exception {
        var folder = Path.of("target", "kill-axon-server").toAbsolutePath();
        try (var program = new OwnProcess(folder)) {
            start(program);
            var anybody = new Http(program.base(), "");
            regulars = new PointSpenders(anybody, 4);
            regulars.start(anybody.signIn("caja"));
            inFullSwing();

            AxonServer.kill();
            missed();
            AxonServer.start();
            inFullSwing();

            program.kill();
            missed();
            start(program);
            inFullSwing();

            AxonServer.kill();
            program.kill();
            missed();
            AxonServer.start();
            start(program);
            inFullSwing();

            regulars.stop();
            regulars.allAgree(anybody.signIn("gerente"));
        }
    }

    private static void start(OwnProcess program) throws Exception {
        program.start(
                "--comanda.demo=always",
                "--comanda.event-store=axon-server",
                "--axon.axonserver.servers=" + System.getenv("AXONSERVER_TEST"),
                "--comanda.super-admin.email=plataforma@comanda.pe",
                "--comanda.super-admin.password=plataforma-de-prueba");
    }

    private void inFullSwing() {
        int before = regulars.done();
        await().atMost(LONG).until(() -> regulars.done() >= before + 40);
    }

    private void missed() {
        int before = regulars.unanswered();
        await().atMost(LONG).until(() -> regulars.unanswered() > before + 4);
    }
}
