package pe.comanda.boot.operations;

import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jpa.TokenEntry;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import pe.comanda.boot.replay.StraightReplays;
import pe.comanda.domain.access.TenantScope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the readers of the log are from its head. The head is the event store's own answer, on
 * PostgreSQL as on Axon Server: a comparison of the readers with each other says nothing while all
 * of them stand still. What another node reads, and what nobody reads at the moment, is known from
 * the stored tokens.
 */
@Component
class ReadingProgress {
    private static final long NOTHING = -1;

    private final EventProcessingConfiguration processing;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final EntityManagerProvider entityManagers;
    private final Serializer serializer;
    private final StraightReplays straight;

    ReadingProgress(
            EventProcessingConfiguration processing,
            EventStore log,
            EntityManagerProvider entityManagers,
            @Qualifier("serializer") Serializer serializer,
            StraightReplays straight) {
        this.processing = processing;
        this.log = log;
        this.entityManagers = entityManagers;
        this.serializer = serializer;
        this.straight = straight;
    }

    /**
     * @param running false where it was stopped, or has failed and has not begun anew
     * @param position of the last event that it has read, in its slowest segment; -1: none
     * @param behind how many positions the head of the log is farther; where commits were rolled
     *     back, there are fewer events
     */
    record Reader(String name, boolean running, boolean replaying, long position, long behind) {
        boolean caughtUp() {
            return running && behind == 0;
        }
    }

    /** Of every reader in this process, by name: two short questions to the stores. */
    List<Reader> progress() {
        // The head comes first: what is read meanwhile must not look like less than nothing.
        long head = head();
        var stored = stored();
        var all = new ArrayList<Reader>();
        processing
                .eventProcessors()
                .forEach(
                        (name, processor) -> {
                            if (processor instanceof StreamingEventProcessor reader) {
                                all.add(
                                        progress(
                                                name,
                                                reader,
                                                stored.getOrDefault(name, Map.of()),
                                                head));
                            }
                        });
        all.sort((a, b) -> a.name().compareTo(b.name()));
        return all;
    }

    private Reader progress(
            String name, StreamingEventProcessor reader, Map<Integer, Long> stored, long head) {
        var segments = new HashMap<>(stored);
        boolean straightOn = straight.isUnderWay(name);
        boolean replaying = straightOn;
        for (var status : reader.processingStatus().values()) {
            segments.put(
                    status.getSegment().getSegmentId(),
                    status.getCurrentPosition().orElse(NOTHING));
            replaying |= isReplaying(status);
        }
        long position = segments.values().stream().mapToLong(Long::longValue).min().orElse(NOTHING);
        return new Reader(
                name,
                straightOn || reader.isRunning() && !reader.isError(),
                replaying,
                position,
                Math.max(0, head - position));
    }

    /**
     * Not where all is replayed: for Axon the replay ends with the first event after it, which a
     * restaurant at night stores hours later.
     */
    private static boolean isReplaying(EventTrackerStatus status) {
        return status.isReplaying()
                && status.getCurrentPosition().orElse(NOTHING)
                        < status.getResetPosition().orElse(NOTHING);
    }

    private long head() {
        return position(log.createHeadToken());
    }

    private Map<String, Map<Integer, Long>> stored() {
        var tokens = new HashMap<String, Map<Integer, Long>>();
        TenantScope.run(
                TenantScope.ALL,
                () ->
                        entityManagers
                                .getEntityManager()
                                .createQuery("select t from TokenEntry t", TokenEntry.class)
                                .getResultList()
                                .forEach(
                                        entry ->
                                                tokens.computeIfAbsent(
                                                                entry.getProcessorName(),
                                                                _ -> new HashMap<>())
                                                        .put(
                                                                entry.getSegment(),
                                                                position(
                                                                        entry.getToken(
                                                                                serializer)))));
        return tokens;
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? NOTHING : token.position().orElse(NOTHING);
    }
}
