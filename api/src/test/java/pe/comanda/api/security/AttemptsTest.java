package pe.comanda.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.api.shared.EdgeRule.TOO_MANY_REQUESTS;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.shared.RuleViolated;

import java.time.Duration;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AttemptsTest {
    private final MovableClock clock = new MovableClock();
    private final Attempts attempts = new Attempts(3, Duration.ofMinutes(3), clock);

    @Test
    void three_may_fail_and_the_fourth_waits_for_its_share_of_the_time() {
        takeAll();
        refusedFor("60");
        clock.pass(Duration.ofSeconds(45));
        refusedFor("15");
        clock.pass(Duration.ofSeconds(15));
        attempts.take("ana");
        refusedFor("60");
    }

    @Test
    void being_refused_costs_nothing_more() {
        takeAll();
        for (int i = 0; i < 50; i++) {
            refusedFor("60");
        }
        clock.pass(Duration.ofMinutes(1));
        attempts.take("ana");
    }

    @Test
    void a_success_gives_its_attempt_back() {
        for (int i = 0; i < 50; i++) {
            attempts.take("ana");
            attempts.giveBack("ana");
        }
        takeAll();
        refusedFor("60");
    }

    @Test
    void others_are_not_concerned() {
        takeAll();
        attempts.take("bruno");
    }

    private void takeAll() {
        for (int i = 0; i < 3; i++) {
            attempts.take("ana");
        }
    }

    private void refusedFor(String seconds) {
        assertThatThrownBy(() -> attempts.take("ana"))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo(TOO_MANY_REQUESTS);
                            assertThat(refusal.details()).containsEntry("retryAfter", seconds);
                        });
    }
}
