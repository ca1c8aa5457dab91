package pe.comanda.boot.axon;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The log for one reader, without the types of events that it said it has no handler for. Axon's
 * store hands all of them to everybody: a dozen readers would look at each event of the house for
 * the few that are theirs.
 *
 * <p>The last event is handed out even if nobody wants it, because a reader's position is that of
 * the last event it was given: it would look as if it stood still. So is one now and then where
 * very many are passed over, so that it can show that it lives.
 */
final class WantedEvents implements TrackingEventStream {
    /** Passed over at once: well below what takes a reader's claim on its position away. */
    private static final int MOST = 1_000;

    private final BlockingStream<TrackedEventMessage<?>> all;
    private final Consumer<Runnable> whenAvailable;
    private final Set<Class<?>> unwanted = new HashSet<>();

    /** Passed over; handed out unless something wanted follows. */
    private @Nullable TrackedEventMessage<?> passed;

    private int passedOver;

    /**
     * @param whenAvailable takes what is to be called when there is something to read
     */
    WantedEvents(BlockingStream<TrackedEventMessage<?>> all, Consumer<Runnable> whenAvailable) {
        this.all = all;
        this.whenAvailable = whenAvailable;
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> event) {
        unwanted.add(event.getPayloadType());
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        whenAvailable.accept(callback);
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        pass();
        return passed == null ? all.peek() : Optional.of(passed);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        pass();
        return passed != null || all.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        pass();
        var last = passed;
        passed = null;
        passedOver = 0;
        return last == null ? all.nextAvailable() : last;
    }

    private void pass() {
        if (unwanted.isEmpty()) {
            return;
        }
        while (passedOver < MOST) {
            var next = all.peek().orElse(null);
            if (next == null) {
                return;
            }
            if (!unwanted.contains(next.getPayloadType())) {
                passed = null; // the position of what follows includes its own
                return;
            }
            passed = next;
            passedOver++;
            drop();
        }
    }

    private void drop() {
        try {
            var unused = all.nextAvailable();
        } catch (InterruptedException e) {
            // It does not wait: it was seen there a moment ago.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        all.close();
    }
}
