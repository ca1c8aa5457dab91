package pe.comanda.boot.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jpa.JpaSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.util.function.UnaryOperator;

/**
 * A queue that takes no letter inside the transaction that its handling broke: PostgreSQL would
 * refuse it ("current transaction is aborted"), and what a handler wrote before it failed would be
 * kept. {@link OneByOne} brings the letter when everything of its event was rolled back. What only
 * follows another letter has broken nothing and waits at once.
 */
final class LaterQueue extends JpaSequencedDeadLetterQueue<EventMessage<?>> {
    private final TransactionManager transactions;

    LaterQueue(Builder<EventMessage<?>> builder, TransactionManager transactions) {
        super(builder);
        this.transactions = transactions;
    }

    /** An event that could not be handled, on its way out of the unit of work that broke. */
    static final class NotHandled extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient DeadLetter<? extends EventMessage<?>> letter;

        NotHandled(DeadLetter<? extends EventMessage<?>> letter) {
            super(
                    letter.cause().map(cause -> cause.type() + ": " + cause.message()).orElse(""),
                    null,
                    false,
                    false);
            this.letter = letter;
        }

        DeadLetter<? extends EventMessage<?>> letter() {
            return letter;
        }
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        if (letter.cause().isPresent() && CurrentUnitOfWork.isStarted()) {
            throw new NotHandled(letter);
        }
        super.enqueue(sequence, letter);
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
        transactions.executeInTransaction(() -> super.requeue(letter, update));
    }
}
