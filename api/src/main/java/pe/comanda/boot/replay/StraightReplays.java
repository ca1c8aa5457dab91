package pe.comanda.boot.replay;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.TenantScope;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * Brings replays of views to their end straight from the event table of PostgreSQL. A view's own
 * reader stands meanwhile. It takes over at the end; and before it where a replay cannot go
 * straight (on Axon Server, or with several segments), or fails.
 */
@Component
public class StraightReplays implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StraightReplays.class);
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("replay-", 0).daemon().factory();
    private static final Duration LAST_STRETCH = Duration.ofSeconds(15);

    private final EventProcessingConfiguration processing;
    private final ObjectProvider<StraightLog> log;
    private final Map<String, Run> running = new ConcurrentHashMap<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    StraightReplays(EventProcessingConfiguration processing, ObjectProvider<StraightLog> log) {
        this.processing = processing;
        this.log = log;
    }

    private static final class Run {
        private volatile @Nullable Rebuild rebuild;
        private volatile @Nullable Thread thread;
    }

    /** Whether a view is being replayed by this, its own reader standing. */
    public boolean isUnderWay(String view) {
        return running.containsKey(view);
    }

    /**
     * Starts a view over. Comes back when it is emptied; the rest happens by itself.
     *
     * @throws UnableToClaimTokenException where another process reads for the view
     */
    public void startOver(String view) {
        var unused = failed.remove(view);
        begin(view, true);
    }

    /**
     * Takes up a replay that a view's own reader would need long for: of a process that died, or of
     * a view that a new version brought.
     */
    public void goOn(String view) {
        var straight = log.getIfAvailable();
        if (straight != null && !failed.contains(view) && left(reader(view)) > straight.worthIt()) {
            begin(view, false);
        }
    }

    /** How many positions of a replay its reader has before it. */
    private static long left(StreamingEventProcessor view) {
        return view.processingStatus().values().stream()
                .filter(EventTrackerStatus::isReplaying)
                .filter(status -> status.getSegment().equals(Segment.ROOT_SEGMENT))
                .filter(status -> status.getCurrentPosition().isPresent())
                .mapToLong(
                        status ->
                                status.getResetPosition().orElse(0)
                                        - status.getCurrentPosition().getAsLong())
                .sum();
    }

    private void begin(String name, boolean over) {
        var run = new Run();
        if (!open || running.putIfAbsent(name, run) != null) {
            return;
        }
        var view = reader(name);
        boolean stands = false;
        try {
            view.shutDown();
            if (over) {
                // From the first event. What the view had not read before is no replay.
                TenantScope.run(
                        TenantScope.ALL,
                        () -> view.resetTokens(StreamableMessageSource::createTailToken));
            }
            var thread =
                    THREADS.newThread(
                            () -> TenantScope.run(TenantScope.ALL, () -> bring(name, run, over)));
            run.thread = thread;
            thread.start();
            stands = true;
        } finally {
            if (!stands) {
                release(name);
            }
        }
    }

    private void bring(String name, Run run, boolean over) {
        try {
            var course = course(name, over);
            if (course.isPresent()) {
                var view =
                        processing.eventProcessor(name, AbstractEventProcessor.class).orElseThrow();
                var rebuild = new Rebuild(view, processing, log.getObject(), course.get());
                run.rebuild = rebuild;
                if (open) {
                    rebuild.run(THREADS);
                }
            }
        } catch (UnableToClaimTokenException e) {
            LOG.warn("{}: another process goes on with its replay: {}", name, e.getMessage());
        } catch (Exception e) {
            var unused = failed.add(name);
            LOG.warn("{}: its own reader goes on with its replay: straight it fails", name, e);
        } finally {
            release(name);
        }
    }

    /** Also claims the view, where it was not reset by this process. */
    private Optional<Course> course(String name, boolean over) {
        var straight = log.getIfAvailable();
        if (straight == null) {
            return Optional.empty();
        }
        var tokens = processing.tokenStore(name);
        return processing
                .transactionManager(name)
                .fetchInTransaction(
                        () ->
                                tokens.fetchSegments(name).length == 1
                                        ? straight.course(tokens.fetchToken(name, 0), over)
                                        : Optional.empty());
    }

    /** Its own reader takes over, unless the program ends: then whoever starts next may have it. */
    private void release(String name) {
        try {
            if (open) {
                reader(name).start();
            } else {
                processing
                        .transactionManager(name)
                        .executeInTransaction(
                                () -> processing.tokenStore(name).releaseClaim(name, 0));
            }
        } finally {
            var unused = running.remove(name);
        }
    }

    private StreamingEventProcessor reader(String name) {
        return processing.eventProcessor(name, StreamingEventProcessor.class).orElseThrow();
    }

    @Override
    public void start() {
        open = true;
    }

    /** Before anything else ends: each stops after the stretch that it is at. */
    @Override
    public void stop() {
        open = false;
        running.values().forEach(StraightReplays::stop);
        running.values().forEach(StraightReplays::await);
    }

    private static void stop(Run run) {
        var rebuild = run.rebuild;
        if (rebuild != null) {
            rebuild.stop();
        }
    }

    private static void await(Run run) {
        try {
            var thread = run.thread;
            if (thread != null && !thread.join(LAST_STRETCH)) {
                LOG.warn("A replay is left in the middle of a stretch, which is rolled back");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
