package pe.comanda.query.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IssuerWarningsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    @Test
    void a_certificate_is_warned_of_in_its_last_thirty_days() {
        assertThat(IssuerWarnings.certificate(NOW.plus(Duration.ofDays(30)), NOW)).isEmpty();
        assertThat(IssuerWarnings.certificate(NOW.plus(Duration.ofDays(30)).minusSeconds(1), NOW))
                .contains("CERTIFICATE_EXPIRES");
    }

    @Test
    void from_its_end_on_it_is_expired() {
        assertThat(IssuerWarnings.certificate(NOW.plusSeconds(1), NOW))
                .contains("CERTIFICATE_EXPIRES");
        assertThat(IssuerWarnings.certificate(NOW, NOW)).contains("CERTIFICATE_EXPIRED");
    }
}
