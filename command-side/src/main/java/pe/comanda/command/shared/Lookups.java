package pe.comanda.command.shared;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.LogReaders;
import pe.comanda.domain.shared.RuleViolated;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Makes lookups, and knows whether they have read everything. */
@Component
public class Lookups {
    private static final Duration CATCH_UP = Duration.ofSeconds(2);

    /** Capabilities whose events no decision of an order looks up. */
    private static final Set<String> IRRELEVANT =
            Set.of("ordering", "inventory", "loyalty", "invoicing", "coupons", "rewards");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JdbcTemplate sql;
    private final JsonMapper json;
    private final Positions positions;
    private final LogReaders readers;
    private final boolean alone;
    private final AtomicLong wanted = new AtomicLong(-1);

    Lookups(
            JdbcTemplate sql,
            JsonMapper json,
            Positions positions,
            LogReaders readers,
            @Value("${comanda.event-store:postgres}") String eventStore) {
        this.sql = sql;
        this.json = json;
        this.positions = positions;
        this.readers = readers;
        this.alone = "postgres".equals(eventStore);
    }

    /** Where other nodes write the same table, what is in memory is trusted for a second only. */
    public <T> Lookup<T> of(String kind, Class<T> type) {
        return new Lookup<>(kind, type, sql, json, alone ? null : Duration.ofSeconds(1));
    }

    /**
     * Decides on what is known now. Where that is a refusal which may rest on knowledge that is
     * some milliseconds old, the lookups catch up and it decides once more.
     */
    public <R> R freshly(Supplier<R> decision) {
        try {
            return decision.get();
        } catch (RuleViolated refusal) {
            if (caughtUp()) {
                return decision.get();
            }
            throw refusal;
        }
    }

    /** Remembers where a command that lookups care about was stored: orders ask for it first. */
    void expect(Command command, long position) {
        var name = command.getClass().getPackageName();
        if (!IRRELEVANT.contains(name.substring(name.lastIndexOf('.') + 1))) {
            wanted.accumulateAndGet(position, Math::max);
        }
    }

    /**
     * Waits until the lookups know every change of menu, floor, branches and staff that this node
     * has stored: a dish that was taken off a moment ago must not be sold again. Orders themselves
     * are no such change, so in a busy evening there is next to nothing to wait for.
     */
    public void keepUp() {
        long position = wanted.get();
        if (!readers.hasRead(Processors.LOOKUPS, position)) {
            var unused = readers.await(Processors.LOOKUPS, position, CATCH_UP);
        }
    }

    /**
     * For sagas and policies: waits until the lookups have read as far as the event that is being
     * handled, so that it finds everything that was known when it happened. Fails where they do not
     * get there: the event is handled again later.
     */
    public void mustHaveReadWhatIsHandled() {
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().getMessage() instanceof TrackedEventMessage<?> event) {
            long position = event.trackingToken().position().orElse(-1);
            if (!readers.hasRead(Processors.LOOKUPS, position)
                    && !readers.await(Processors.LOOKUPS, position, PATIENCE)) {
                throw new IllegalStateException(
                        "The lookups are behind position " + position + "; trying again later");
            }
        }
    }

    /**
     * Waits until the lookups have read everything that this node has stored. True where there was
     * something to wait for and it came: then a decision that was refused on old knowledge is worth
     * a second look.
     */
    public boolean caughtUp() {
        long latest = positions.latest();
        return !readers.hasRead(Processors.LOOKUPS, latest)
                && readers.await(Processors.LOOKUPS, latest, CATCH_UP);
    }
}
