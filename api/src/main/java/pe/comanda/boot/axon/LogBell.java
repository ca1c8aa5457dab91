package pe.comanda.boot.axon;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells the readers of the embedded event store that there is something to read. Axon's store has
 * no such call, so each reader would look twice a second, and a kitchen screen would be half a
 * second late. Axon Server calls its readers by itself.
 *
 * <p>A reader that people watch is called at once. Where many events come, and for all the others,
 * calls are put together: a batch for each event would leave no time for the requests. Whoever
 * waits for a reader has it called at once ({@link #hurry}).
 */
@Component
class LogBell implements DisposableBean {
    /** A watched reader is called this long after its last call, and no earlier. */
    private static final long PROMPT = TimeUnit.MILLISECONDS.toNanos(2);

    /** The same, while more than {@link #MANY} events come in a {@link #WINDOW}. */
    private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(25);

    private static final int MANY = 400;
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long IDLE = TimeUnit.SECONDS.toNanos(1);
    private static final Logger LOG = LoggerFactory.getLogger(LogBell.class);

    private final Map<String, Reader> readers = new ConcurrentHashMap<>();
    private @Nullable Thread listener;
    private volatile boolean closing;

    /** One reader, and whether there is something that it has not been called for. */
    private static final class Reader {
        private final String name;
        private final long patience;
        private volatile @Nullable Runnable call;
        private volatile boolean waiting;
        private volatile boolean urgent;
        private long calledAt = System.nanoTime();

        Reader(String name, long patience) {
            this.name = name;
            this.patience = patience;
        }

        void ring(long now) {
            calledAt = now;
            waiting = false;
            urgent = false;
            var reader = call;
            if (reader != null) {
                call(reader);
            }
        }

        /** One that cannot be called keeps nobody else from being called. */
        private void call(Runnable reader) {
            try {
                reader.run();
            } catch (RuntimeException e) {
                LOG.warn("{} could not be called; it looks by itself: {}", name, e.toString());
            }
        }
    }

    /**
     * The log for one reader.
     *
     * @param patience how long what is new may wait for what comes after it; zero for a reader that
     *     people watch
     */
    StreamableMessageSource<TrackedEventMessage<?>> heardBy(
            String reader, Duration patience, StreamableMessageSource<TrackedEventMessage<?>> log) {
        if (!(log instanceof EmbeddedEventStore)) {
            return log;
        }
        listen(log);
        return new Heard(
                log, readers.computeIfAbsent(reader, name -> new Reader(name, patience.toNanos())));
    }

    /** Somebody waits for this reader: it is called for what there is, or for what comes next. */
    void hurry(String name) {
        var reader = readers.get(name);
        if (reader != null) {
            reader.urgent = true;
            if (reader.waiting) {
                reader.ring(System.nanoTime());
            }
        }
    }

    @Override
    public synchronized void destroy() {
        closing = true;
        if (listener != null) {
            listener.interrupt();
        }
    }

    private synchronized void listen(StreamableMessageSource<TrackedEventMessage<?>> log) {
        if (listener == null) {
            listener = Thread.ofPlatform().name("log-bell").daemon().start(() -> listenTo(log));
        }
    }

    /** Where the log cannot be read the readers look by themselves, every two seconds. */
    private void listenTo(StreamableMessageSource<TrackedEventMessage<?>> log) {
        while (!closing) {
            try (var news = log.openStream(log.createHeadToken())) {
                ringFor(news);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!closing) {
                    LOG.warn("The log cannot be listened to: {}", e.toString());
                    LockSupport.parkNanos(IDLE);
                }
            }
        }
    }

    private void ringFor(BlockingStream<TrackedEventMessage<?>> news) throws InterruptedException {
        long windowEnds = System.nanoTime() + WINDOW;
        int inWindow = 0;
        boolean busy = false;
        // What was stored before this listened is news as well.
        long pause = ring(true, PROMPT, System.nanoTime());
        while (true) {
            int count = 0;
            boolean any = news.hasNextAvailable((int) pause, TimeUnit.NANOSECONDS);
            while (any) {
                var unused = news.nextAvailable();
                count++;
                any = news.hasNextAvailable(0, TimeUnit.NANOSECONDS);
            }
            long now = System.nanoTime();
            inWindow += count;
            if (now - windowEnds > 0) {
                busy = inWindow > MANY;
                inWindow = 0;
                windowEnds = now + WINDOW;
            }
            pause = ring(count > 0, busy ? BUSY : PROMPT, now);
        }
    }

    /** Calls those whose time has come; answers how long the others can wait. */
    private long ring(boolean news, long prompt, long now) {
        long pause = IDLE;
        for (var reader : readers.values()) {
            reader.waiting |= news;
            if (reader.waiting) {
                long due = reader.calledAt + Math.max(prompt, reader.patience) - now;
                if (reader.urgent || due <= 0) {
                    reader.ring(now);
                } else {
                    pause = Math.min(pause, due);
                }
            }
        }
        return pause;
    }

    private record Heard(StreamableMessageSource<TrackedEventMessage<?>> log, Reader reader)
            implements StreamableMessageSource<TrackedEventMessage<?>> {
        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return new WantedEvents(log.openStream(token), callback -> reader.call = callback);
        }

        @Override
        public TrackingToken createTailToken() {
            return log.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return log.createHeadToken();
        }

        @Override
        public TrackingToken createTokenAt(Instant at) {
            return log.createTokenAt(at);
        }
    }
}
