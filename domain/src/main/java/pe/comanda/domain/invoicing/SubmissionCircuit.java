package pe.comanda.domain.invoicing;

import java.time.Duration;
import java.util.List;

/**
 * Whether an issuer's way to SUNAT works. After three failures in a row nobody tries for a while;
 * then one document does, and only its success lets the others follow. Ten thousand documents that
 * wait for a sick SUNAT thus cost a handful of calls an hour.
 *
 * @param failures in a row
 */
public record SubmissionCircuit(int failures) {
    public static final SubmissionCircuit CLOSED = new SubmissionCircuit(0);

    private static final int TOLERATED = 2;
    private static final List<Duration> RESTS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2));

    public SubmissionCircuit after(SubmissionOutcome.Kind outcome) {
        return switch (outcome) {
            case SUNAT_SICK, UNCERTAIN -> new SubmissionCircuit(failures + 1);
            // Says nothing of the way that documents go: who answers questions may still not take
            // any.
            case ISSUER_PAUSED, CANNOT_ASK, NOT_REGISTERED -> this;
            case ACCEPTED, OBSERVED, REJECTED, FORMAT_ERROR, REGISTERED, SUMMARY_ONLY, CONFLICT ->
                    CLOSED;
        };
    }

    public boolean isOpen() {
        return failures > TOLERATED;
    }

    /** How long nobody tries; zero where it works. */
    public Duration rest() {
        return isOpen()
                ? RESTS.get(Math.min(failures - TOLERATED, RESTS.size()) - 1)
                : Duration.ZERO;
    }
}
