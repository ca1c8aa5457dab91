package pe.comanda.boot.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import pe.comanda.boot.operations.ReadingProgress.Reader;
import pe.comanda.boot.replay.StraightReplays;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks every few seconds whether the readers of the log get on, and tells by name those that
 * stand: stopped, or behind and in the same place for a while. A reader that is merely slow does
 * not stand.
 *
 * <p>Health says it under {@code /actuator/health/readers}. It is no part of readiness: a screen
 * that is late must not take every node out of service.
 */
@Component("standingReaders")
class ReadersWatch extends Periodic implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ReadersWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final ReadingProgress readers;
    private final ReplayLines replays;
    private final StraightReplays straight;
    private final Clock clock;
    private final Duration patience;
    private final Map<String, Place> places = new HashMap<>();
    private volatile List<Reader> progress = List.of();
    private volatile List<String> standing = List.of();
    private volatile Instant seen = Instant.EPOCH;

    ReadersWatch(
            ReadingProgress readers,
            ReplayLines replays,
            StraightReplays straight,
            Clock clock,
            @Value("${comanda.readers.patience:30s}") Duration patience) {
        super("readers", Duration.ZERO, PERIOD);
        this.readers = readers;
        this.replays = replays;
        this.straight = straight;
        this.clock = clock;
        this.patience = patience;
    }

    /** Where a reader was first seen behind the head. */
    private record Place(long position, Instant since) {}

    /** As last looked at, five seconds ago at most: for whoever asks often. */
    List<Reader> lastSeen() {
        return progress;
    }

    /** Those that stand, by name, as last looked at. */
    List<String> standing() {
        return standing;
    }

    @Override
    synchronized void once() {
        var now = clock.instant();
        var all = readers.progress();
        var still = all.stream().filter(reader -> stands(reader, now)).map(Reader::name).toList();
        if (!still.equals(standing)) {
            if (still.isEmpty()) {
                LOG.info("Every reader of the log gets on");
            } else {
                LOG.warn("Readers of the log stand still: {}", still);
            }
        }
        replays.look(all);
        all.stream().filter(Reader::replaying).map(Reader::name).forEach(straight::goOn);
        progress = all;
        standing = still;
        seen = now;
    }

    private boolean stands(Reader reader, Instant now) {
        if (reader.behind() == 0) {
            var unused = places.remove(reader.name());
            return !reader.running();
        }
        var place = places.get(reader.name());
        if (place == null || place.position() != reader.position()) {
            places.put(reader.name(), new Place(reader.position(), now));
            return !reader.running();
        }
        return !reader.running() || !now.isBefore(place.since().plus(patience));
    }

    /**
     * Down where a reader stands, and where nobody could look for a minute: then the store of the
     * events does not tell its head.
     */
    @Override
    public Health health() {
        if (!standing.isEmpty()) {
            return Health.down().withDetail("standing", standing).build();
        }
        return isRunning() && clock.instant().isAfter(seen.plus(Duration.ofMinutes(1)))
                ? Health.unknown().build()
                : Health.up().build();
    }
}
