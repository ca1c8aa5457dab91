package pe.comanda.boot.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import pe.comanda.boot.axon.LaterQueue.NotHandled;
import pe.comanda.domain.access.TenantScope;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A batch is one transaction, and one event whose SQL fails breaks it for all. So a batch that was
 * rolled back is handled again event by event, each in a transaction of its own with its token: the
 * others get through, and what fails alone becomes a dead letter with nothing of it written. While
 * nothing fails this costs nothing; the statements of a batch may as well fail when it commits.
 *
 * <p>Processors without a queue (sagas) try the batch again, as Axon does.
 */
public final class OneByOne implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final EventProcessingConfiguration processing;

    public OneByOne(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    @Override
    public void handleError(ErrorContext failed) throws Exception {
        handle(failed, this::claimed);
    }

    /** The same for events of one segment, which is held though its reader stands. */
    public void handleError(ErrorContext failed, Segment held) throws Exception {
        handle(failed, (_, _) -> held);
    }

    /** The segment that an event belongs to; null: it is held no longer. */
    private interface Segments {
        @Nullable Segment of(EventMessage<?> event, StreamingEventProcessor reader);
    }

    private void handle(ErrorContext failed, Segments segments) throws Exception {
        var name = failed.eventProcessor();
        var queue =
                processing
                        .sequencedDeadLetterProcessor(name)
                        .flatMap(_ -> processing.deadLetterQueue(name))
                        .orElse(null);
        var reader = processing.eventProcessor(name, AbstractEventProcessor.class).orElse(null);
        if (queue == null
                || !(reader instanceof StreamingEventProcessor streaming)
                || failed.error() instanceof UnableToClaimTokenException) {
            PropagatingErrorHandler.instance().handleError(failed);
            return;
        }
        LOG.warn(
                "{}: {} events are handled one by one, because together they fail: {}",
                name,
                failed.failedEvents().size(),
                failed.error().toString());
        for (var event : failed.failedEvents()) {
            var segment = segments.of(event, streaming);
            if (segment == null || !(event instanceof TrackedEventMessage<?> tracked)) {
                PropagatingErrorHandler.instance().handleError(failed);
                return;
            }
            handle(tracked, reader, segment, queue);
        }
    }

    private void handle(
            TrackedEventMessage<?> event,
            AbstractEventProcessor reader,
            Segment segment,
            SequencedDeadLetterQueue<EventMessage<?>> queue)
            throws Exception {
        try {
            alone(event, reader, segment);
        } catch (UnableToClaimTokenException e) {
            throw e;
        } catch (NotHandled e) {
            bury(event, e.letter(), reader, segment, queue);
        } catch (Exception e) {
            bury(event, letter(event, reader.getName(), e), reader, segment, queue);
        }
    }

    private void alone(TrackedEventMessage<?> event, AbstractEventProcessor reader, Segment segment)
            throws Exception {
        var unitOfWork = new DefaultUnitOfWork<TrackedEventMessage<?>>(event);
        unitOfWork.attachTransaction(transactions(reader));
        unitOfWork.onPrepareCommit(_ -> store(event, reader, segment));
        var result =
                unitOfWork.executeWithResult(
                        () ->
                                new DefaultInterceptorChain<>(
                                                unitOfWork,
                                                reader.getHandlerInterceptors(),
                                                message -> {
                                                    reader.eventHandlerInvoker()
                                                            .handle(message, segment);
                                                    return null;
                                                })
                                        .proceed());
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof Exception e
                    ? e
                    : new IllegalStateException(result.exceptionResult());
        }
    }

    /**
     * In one transaction the letter and the token. The invoker forgets what it knew of the queue:
     * where the failure came with the commit, it does not know that this sequence waits.
     */
    private void bury(
            TrackedEventMessage<?> event,
            DeadLetter<? extends EventMessage<?>> letter,
            AbstractEventProcessor reader,
            Segment segment,
            SequencedDeadLetterQueue<EventMessage<?>> queue) {
        TenantScope.run(
                TenantScope.ALL,
                () ->
                        transactions(reader)
                                .executeInTransaction(
                                        () -> {
                                            queue.enqueue(
                                                    sequence(event, reader.getName()), letter);
                                            store(event, reader, segment);
                                        }));
        if (reader.eventHandlerInvoker() instanceof MultiEventHandlerInvoker invokers) {
            invokers.delegates().forEach(invoker -> invoker.segmentReleased(segment));
        }
        LOG.warn(
                "{}: event {} of {} is a dead letter: {}",
                reader.getName(),
                event.getIdentifier(),
                sequence(event, reader.getName()),
                letter.cause().map(cause -> cause.type() + ": " + cause.message()).orElse(""));
    }

    private DeadLetter<? extends EventMessage<?>> letter(
            EventMessage<?> event, String name, Exception why) {
        DeadLetter<EventMessage<?>> letter =
                new GenericDeadLetter<>(sequence(event, name), event, why);
        var decision = processing.deadLetterPolicy(name).orElseThrow().decide(letter, why);
        return decision.withDiagnostics(letter.withCause(decision.enqueueCause().orElse(null)));
    }

    private void store(
            TrackedEventMessage<?> event, AbstractEventProcessor reader, Segment segment) {
        processing
                .tokenStore(reader.getName())
                .storeToken(event.trackingToken(), reader.getName(), segment.getSegmentId());
    }

    private TransactionManager transactions(AbstractEventProcessor reader) {
        return processing.transactionManager(reader.getName());
    }

    /**
     * As the reader's status tells, or the token store: a reader whose first batch fails has no
     * status yet. Where another process has the segment meanwhile, its token cannot be stored.
     */
    private @Nullable Segment claimed(EventMessage<?> event, StreamingEventProcessor reader) {
        int hash = Objects.hashCode(sequence(event, reader.getName()));
        return reader.processingStatus().values().stream()
                .map(EventTrackerStatus::getSegment)
                .filter(segment -> segment.matches(hash))
                .findFirst()
                .or(() -> stored(reader.getName()).filter(it -> it.matches(hash)).findFirst())
                .orElse(null);
    }

    private Stream<Segment> stored(String name) {
        var tokens = processing.tokenStore(name);
        var ids =
                processing
                        .transactionManager(name)
                        .fetchInTransaction(() -> tokens.fetchSegments(name));
        return IntStream.of(ids).mapToObj(id -> Segment.computeSegment(id, ids));
    }

    private Object sequence(EventMessage<?> event, String name) {
        var sequence = processing.sequencingPolicy(name).getSequenceIdentifierFor(event);
        return sequence == null ? event.getIdentifier() : sequence;
    }
}
