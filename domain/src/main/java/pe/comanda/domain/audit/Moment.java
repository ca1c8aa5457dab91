package pe.comanda.domain.audit;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.MalformedValue;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * A moment in the life of an aggregate: an instant, or the number of the event after which it is
 * meant. With neither, the present.
 */
public record Moment(@Nullable Instant at, @Nullable Long version) {
    public static final Moment NOW = new Moment(null, null);

    /**
     * @param text an event's number, 0 the first; an instant as RFC 3339 has it; nothing: now
     */
    public static Moment of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NOW;
        }
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? new Moment(null, Long.valueOf(text))
                    : new Moment(Instant.parse(text), null);
        } catch (NumberFormatException | DateTimeException _) {
            throw new MalformedValue(
                    "MOMENT_MALFORMED", "A moment is an event's number or an instant (RFC 3339)");
        }
    }

    /** Whether an event with this number, told at this instant, had happened by then. */
    public boolean includes(long number, Instant told) {
        return (at == null || !told.isAfter(at)) && (version == null || number <= version);
    }
}
