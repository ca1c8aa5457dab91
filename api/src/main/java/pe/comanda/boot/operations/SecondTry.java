package pe.comanda.boot.operations;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

import java.util.List;

/**
 * Handles a dead letter once more, in a transaction of its own that also takes it out of the queue:
 * both or neither. Where that fails, even by its commit, the letter stays, with one try more.
 * Axon's own processing shares one transaction with the queue, which a failing statement breaks for
 * both.
 */
final class SecondTry {
    private final AbstractEventProcessor reader;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final EnqueuePolicy<EventMessage<?>> policy;
    private final TransactionManager transactions;
    private final List<EventMessageHandler> handlers;

    SecondTry(
            AbstractEventProcessor reader,
            SequencedDeadLetterQueue<EventMessage<?>> queue,
            EnqueuePolicy<EventMessage<?>> policy,
            TransactionManager transactions) {
        this.reader = reader;
        this.queue = queue;
        this.policy = policy;
        this.transactions = transactions;
        this.handlers = handlers(reader.eventHandlerInvoker());
    }

    EnqueueDecision<EventMessage<?>> of(DeadLetter<? extends EventMessage<?>> letter) {
        var unitOfWork = new DefaultUnitOfWork<EventMessage<?>>(letter.message());
        unitOfWork.attachTransaction(transactions);
        unitOfWork.resources().put(DeadLetter.class.getName(), letter);
        unitOfWork.onPrepareCommit(_ -> queue.evict(letter));
        var result =
                unitOfWork.executeWithResult(
                        () ->
                                new DefaultInterceptorChain<EventMessage<?>>(
                                                unitOfWork,
                                                reader.getHandlerInterceptors(),
                                                this::handle)
                                        .proceed());
        return result.isExceptional()
                ? policy.decide(letter, result.exceptionResult())
                : Decisions.evict();
    }

    private Object handle(EventMessage<?> message) throws Exception {
        for (var handler : handlers) {
            var unused = handler.handle(message);
        }
        return true;
    }

    private static List<EventMessageHandler> handlers(EventHandlerInvoker invoker) {
        return switch (invoker) {
            case MultiEventHandlerInvoker several ->
                    several.delegates().stream().flatMap(one -> handlers(one).stream()).toList();
            case SimpleEventHandlerInvoker one -> one.eventHandlers();
            default -> List.of();
        };
    }
}
