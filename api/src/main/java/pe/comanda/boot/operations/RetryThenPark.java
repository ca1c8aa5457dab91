package pe.comanda.boot.operations;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.springframework.core.NestedExceptionUtils;

/**
 * Keeps what failed, counts how often, and parks it after ten tries. Nothing is ever thrown away by
 * itself.
 */
public final class RetryThenPark implements EnqueuePolicy<EventMessage<?>> {
    private static final String TRIES = "tries";
    private static final String PARKED = "parked";
    private static final int MOST = 10;

    @Override
    public EnqueueDecision<EventMessage<?>> decide(
            DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        int tries = triesOf(letter) + 1;
        return Decisions.requeue(
                ThrowableCause.truncated(NestedExceptionUtils.getMostSpecificCause(cause)),
                current -> current.diagnostics().and(TRIES, String.valueOf(tries)));
    }

    static int triesOf(DeadLetter<?> letter) {
        return Integer.parseInt(String.valueOf(letter.diagnostics().getOrDefault(TRIES, "0")));
    }

    static boolean isParked(DeadLetter<?> letter) {
        return isParked(triesOf(letter), letter.diagnostics().containsKey(PARKED));
    }

    static boolean isParked(int tries, boolean byPerson) {
        return tries >= MOST || byPerson;
    }

    /** The letter, parked by a person who says why. */
    static <M extends EventMessage<?>> DeadLetter<M> parked(DeadLetter<M> letter, String why) {
        return letter.withDiagnostics(letter.diagnostics().and(PARKED, why));
    }
}
