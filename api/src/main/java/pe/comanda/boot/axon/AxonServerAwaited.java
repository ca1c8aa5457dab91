package pe.comanda.boot.axon;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for an Axon Server that is not there yet: on a first start the readers ask it where the log
 * begins, and Axon would end the program after three seconds without an answer.
 */
@Component
@ConditionalOnProperty(name = "comanda.event-store", havingValue = "axon-server")
class AxonServerAwaited implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AxonServerAwaited.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int PAUSES_A_LINE = 60;

    private final AxonServerConnectionManager connections;
    private volatile boolean found;

    AxonServerAwaited(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public void start() {
        var connection = connections.getConnection();
        for (int pauses = 0; !connection.isConnected(); pauses++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while waiting for Axon Server");
            }
            if (pauses % PAUSES_A_LINE == PAUSES_A_LINE - 1) {
                LOG.warn("Waiting for Axon Server");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        found = true;
    }

    @Override
    public void stop() {
        found = false;
    }

    @Override
    public boolean isRunning() {
        return found;
    }

    /** Before any processor reads. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
