package pe.comanda.boot.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again while the program runs, in a thread of its own. What fails once is
 * done again the next time.
 */
abstract class Periodic implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);

    private final String name;
    private final Duration first;
    private final Duration pause;
    private final ScheduledExecutorService clockwork;
    private volatile boolean running;

    /**
     * @param name of the thread; @param first how long to wait before the first time; @param pause
     *     from the end of one time to the beginning of the next
     */
    Periodic(String name, Duration first, Duration pause) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        clockwork =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    abstract void once();

    private void safely() {
        try {
            once();
        } catch (RuntimeException e) {
            LOG.warn("{}: left out once: {}", name, e.toString());
        }
    }

    @Override
    public void start() {
        running = true;
        var unused =
                clockwork.scheduleWithFixedDelay(
                        this::safely, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
