package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.BillingRule;
import pe.comanda.domain.invoicing.TaxOfficeConnection;
import pe.comanda.domain.shared.RuleViolated;

import java.time.Duration;
import java.time.Instant;

/** SUNAT locks a SOL user after some wrong tries: ours are counted, and get rarer. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInTriesTest {
    private static final String HUACA = "org-tries-huaca";
    private static final String OTHER = "org-tries-other";

    @Autowired private SignInTries tries;
    @Autowired private IssuerPauses pauses;
    private Instant now = Instant.parse("2026-11-21T20:00:00Z");

    @BeforeEach
    void none() {
        for (var organization : new String[] {HUACA, OTHER}) {
            in(organization, () -> tries.letIn(organization));
            in(organization, () -> pauses.release(organization));
        }
    }

    @Test
    void who_was_turned_away_is_held_back_longer_each_time() {
        for (var wait : TaxOfficeConnection.PATIENCE) {
            turnedAway();
            mustWait(wait.toSeconds());
            now = now.plus(wait).minusSeconds(1);
            mustWait(1);
            now = now.plusSeconds(1);
        }
        turnedAway();
        mustWait(Duration.ofHours(1).toSeconds());
    }

    @Test
    void who_is_let_in_begins_anew() {
        turnedAway();
        now = now.plusSeconds(60);
        begin(HUACA);
        in(HUACA, () -> tries.letIn(HUACA));
        turnedAway();
        mustWait(60);
    }

    @Test
    void no_answer_is_no_wrong_try_and_forgives_none() {
        turnedAway();
        now = now.plusSeconds(60);
        begin(HUACA);
        in(HUACA, () -> tries.unanswered(HUACA, now));
        turnedAway();
        mustWait(300);
    }

    @Test
    void nobody_tries_beside_another() {
        begin(HUACA);
        mustWait(120);
        begin(OTHER);
    }

    @Test
    void an_issuer_waits_for_a_wrong_account_only_where_that_is_what_was_wrong() {
        var until = now.plusSeconds(1800);
        for (var code : new String[] {"0101", "0102", "0113"}) {
            in(HUACA, () -> pauses.pause(HUACA, code, "", until));
            in(HUACA, () -> assertThat(pauses.ofWrongAccount(HUACA, now)).as(code).contains(until));
        }
        in(HUACA, () -> assertThat(pauses.ofWrongAccount(HUACA, until)).isEmpty());
        for (var code : new String[] {"2325", "SICK", "HELD"}) {
            in(HUACA, () -> pauses.pause(HUACA, code, "", until));
            in(HUACA, () -> assertThat(pauses.ofWrongAccount(HUACA, now)).as(code).isEmpty());
        }
    }

    private void turnedAway() {
        begin(HUACA);
        in(HUACA, () -> tries.turnedAway(HUACA, now));
    }

    private void begin(String organization) {
        in(organization, () -> tries.begin(organization, now));
    }

    private void mustWait(long seconds) {
        assertThatThrownBy(() -> begin(HUACA))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> {
                            assertThat(it.rule())
                                    .isEqualTo(BillingRule.CONNECTION_CHECKED_TOO_SOON);
                            assertThat(it.details())
                                    .containsEntry("retryAfter", String.valueOf(seconds));
                        });
    }

    private static void in(String organization, Runnable work) {
        TenantScope.run(organization, work);
    }
}
