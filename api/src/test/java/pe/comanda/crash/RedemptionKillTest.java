package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.story.Http;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The program is killed while points pay for rewards, the second time with its database. An order,
 * its reward and the points change by one commit: afterwards all three tell the same, and no points
 * were taken or given back twice.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedemptionKillTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int CUSTOMERS = 4;
    private static final int UNDER_LOAD = 40;

    private final Redeemers redeemers = new Redeemers();

    @Test
    void order_reward_and_points_agree_when_it_is_killed_in_the_middle_of_redemptions()
            throws Exception {
        try (var program = new OwnProcess(Path.of("target", "kill-rewards").toAbsolutePath())) {
            KillTest.start(program);
            program.awaitLine("is open");
            redeemers.arrive(as("admin", program), CUSTOMERS);

            load(program);
            end(program.killing());

            KillTest.start(program);
            redeemers.askAgain(as("caja", program));
            load(program);
            end(program.powerCut());

            KillTest.start(program);
            redeemers.askAgain(as("caja", program));
            assertThat(redeemers.unexpected()).isEmpty();
            await().atMost(SOON).until(() -> KillTest.everybodyIsAtTheHead(program));
            redeemers.orderRewardAndPointsAgree(as("gerente", program));
        }
    }

    private static Http as(String who, OwnProcess program) {
        return new Http(program.base(), "").signIn(who);
    }

    /** Comes back when it is in full swing. */
    private void load(OwnProcess program) {
        int before = redeemers.acknowledged();
        redeemers.start(as("caja", program));
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            assertThat(redeemers.unexpected()).isEmpty();
                            return redeemers.acknowledged() >= before + UNDER_LOAD;
                        });
    }

    /** In the moment in which somebody has their answer. */
    private void end(OwnProcess.Blow blow) throws InterruptedException {
        redeemers.atTheNextAnswer(blow);
        redeemers.awaitEnd();
        blow.awaitEnd();
    }
}
