package pe.comanda.boot.replay;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.GenericResultMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import pe.comanda.boot.axon.OneByOne;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * One view on its course: reads a stretch of the log and parses it while the one before is handled.
 *
 * <p>A stretch is one transaction with the token that says how far the view has come, so at any
 * moment the tables and the token agree: a process that dies has its rebuild taken up where it
 * stood. Each transaction first makes sure that the view is still this process's.
 */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** One for all: else each event would have a result made, with metadata of its own. */
    private static final ResultMessage<?> HANDLED = GenericResultMessage.asResultMessage(null);

    /** Where a stretch fails, parts of it are tried; where a part fails, each of its events. */
    private static final int PART = 500;

    private static final long NARROWEST = 5_000;
    private static final long WIDEST = 500_000;

    private final AbstractEventProcessor view;
    private final EventProcessingConfiguration processing;
    private final StraightLog log;
    private final Course course;
    private final Segment segment = Segment.ROOT_SEGMENT;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private long width = NARROWEST;
    private volatile boolean stopped;

    Rebuild(
            AbstractEventProcessor view,
            EventProcessingConfiguration processing,
            StraightLog log,
            Course course) {
        this.view = view;
        this.processing = processing;
        this.log = log;
        this.course = course;
        this.transactions = processing.transactionManager(view.getName());
        this.tokens = processing.tokenStore(view.getName());
    }

    /** Ends it after the stretch that is being handled. */
    void stop() {
        stopped = true;
    }

    /**
     * Comes back at the end of the course, or where it was stopped.
     *
     * @throws UnableToClaimTokenException where another process has taken the view
     */
    void run(ThreadFactory threads) throws Exception {
        var names = log.namesFor(view.eventHandlerInvoker());
        try (var ahead = Executors.newSingleThreadExecutor(threads)) {
            var next = ahead.submit(() -> log.after(course.begin(), width, course, names));
            while (!stopped) {
                var stretch = read(next);
                long end = stretch.end();
                if (end < course.end()) {
                    long positions = fitting(stretch);
                    next = ahead.submit(() -> log.after(end, positions, course, names));
                }
                handle(stretch);
                if (end >= course.end()) {
                    return;
                }
            }
        }
    }

    private static Stretch read(Future<Stretch> next) throws Exception {
        try {
            return next.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Wider where a view takes few of the events, so that a stretch is worth its transaction. */
    private long fitting(Stretch stretch) {
        if (stretch.events().size() < NARROWEST / 2) {
            width = Math.min(WIDEST, width * 2);
        }
        return width;
    }

    private void handle(Stretch stretch) throws Exception {
        var events = stretch.events();
        var token = course.after(stretch.end());
        if (events.isEmpty()) {
            transactions.executeInTransaction(() -> store(token));
            return;
        }
        var whole = together(events, token);
        if (!whole.isExceptional()) {
            return;
        }
        LOG.warn(
                "{}: {} events are handled in parts, because together they fail: {}",
                view.getName(),
                events.size(),
                whole.exceptionResult().toString());
        int until;
        for (int from = 0; from < events.size(); from = until) {
            until = endOfPart(events, from);
            var part = events.subList(from, until);
            var result = together(part, part.getLast().trackingToken());
            if (result.isExceptional()) {
                new OneByOne(processing)
                        .handleError(
                                new ErrorContext(view.getName(), result.exceptionResult(), part),
                                segment);
            }
        }
        transactions.executeInTransaction(() -> store(token));
    }

    /** What an upcaster made of one stored event stays together: it has one token. */
    private static int endOfPart(List<TrackedEventMessage<?>> events, int from) {
        int until = Math.min(events.size(), from + PART);
        while (until < events.size()
                && events.get(until)
                        .trackingToken()
                        .equals(events.get(until - 1).trackingToken())) {
            until++;
        }
        return until;
    }

    /** As Axon's processor handles a batch. */
    private ResultMessage<?> together(List<TrackedEventMessage<?>> events, TrackingToken token) {
        var unitOfWork = new BatchingUnitOfWork<TrackedEventMessage<?>>(events);
        unitOfWork.attachTransaction(transactions);
        unitOfWork.onPrepareCommit(_ -> store(token));
        return unitOfWork.executeWithResult(
                () ->
                        new DefaultInterceptorChain<>(
                                        unitOfWork,
                                        view.getHandlerInterceptors(),
                                        message -> {
                                            view.eventHandlerInvoker().handle(message, segment);
                                            return HANDLED;
                                        })
                                .proceed());
    }

    private void store(TrackingToken token) {
        tokens.extendClaim(view.getName(), segment.getSegmentId());
        tokens.storeToken(token, view.getName(), segment.getSegmentId());
    }
}
