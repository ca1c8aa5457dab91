package pe.comanda.boot.axon;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.domain.shared.LogReaders;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Reads the progress of Axon's processors from memory. */
@Component
class AxonLogReaders implements LogReaders {
    private static final long PAUSE = Duration.ofMillis(1).toNanos();

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final LogBell bell;

    AxonLogReaders(ObjectProvider<EventProcessingConfiguration> processing, LogBell bell) {
        this.processing = processing;
        this.bell = bell;
    }

    @Override
    public boolean hasRead(String reader, long position) {
        return processing
                .getObject()
                .eventProcessor(reader, StreamingEventProcessor.class)
                .map(processor -> hasRead(processor, position))
                .orElse(false);
    }

    @Override
    public boolean await(String reader, long position, Duration limit) {
        var processor =
                processing
                        .getObject()
                        .eventProcessor(reader, StreamingEventProcessor.class)
                        .orElse(null);
        if (processor == null) {
            return false;
        }
        if (hasRead(processor, position)) {
            return true;
        }
        bell.hurry(reader);
        long end = System.nanoTime() + limit.toNanos();
        while (!hasRead(processor, position)) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }

    private static boolean hasRead(StreamingEventProcessor processor, long position) {
        var segments = processor.processingStatus().values();
        return !segments.isEmpty()
                && segments.stream().allMatch(segment -> covers(segment, position));
    }

    private static boolean covers(EventTrackerStatus segment, long position) {
        var token = segment.getTrackingToken();
        return token != null
                && token.position().orElse(-1) >= position
                && !(gapAware(token) instanceof GapAwareTrackingToken gaps
                        && gaps.getGaps().contains(position));
    }

    private static @Nullable TrackingToken gapAware(TrackingToken token) {
        return WrappedToken.unwrap(token, GapAwareTrackingToken.class).orElse(null);
    }
}
