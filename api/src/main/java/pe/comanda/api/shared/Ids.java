package pe.comanda.api.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * Mints ids where a client brings none: a prefix and a UUIDv7, so that they sort by the time they
 * were made.
 */
@Component
public class Ids {
    private final Clock clock;

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** The client's own id, or a new one: {@code order-0198…}. */
    public String orNew(@Nullable String given, String prefix) {
        return given == null || given.isBlank()
                ? prefix + "-" + TimeOrderedId.at(clock.millis())
                : given.strip();
    }
}
