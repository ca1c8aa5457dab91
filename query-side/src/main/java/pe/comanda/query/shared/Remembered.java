package pe.comanda.query.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows of a view that every request asks for, kept in memory. A projection forgets what it changes
 * when its batch commits, and the next question reads the row again.
 *
 * @param <V> an immutable record
 */
public final class Remembered<V> {
    private final Cache<String, V> cache;
    private final Function<String, @Nullable V> load;

    /**
     * @param alone whether this process is the only one that writes the view; else what is in
     *     memory is trusted for a second only
     */
    public Remembered(boolean alone, Function<String, @Nullable V> load) {
        var builder = Caffeine.newBuilder().maximumSize(100_000);
        if (!alone) {
            builder.expireAfterWrite(Duration.ofSeconds(1));
        }
        this.cache = builder.build();
        this.load = load;
    }

    /** What does not exist is not remembered. */
    public Optional<V> find(String id) {
        return Optional.ofNullable(cache.get(id, load));
    }

    /** From the event handler that changes the row. */
    public void changed(String id) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(_ -> cache.invalidate(id));
        } else {
            cache.invalidate(id);
        }
    }

    public void forgetAll() {
        cache.invalidateAll();
    }
}
