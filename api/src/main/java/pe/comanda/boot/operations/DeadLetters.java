package pe.comanda.boot.operations;

import io.micrometer.core.instrument.MeterRegistry;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.TenantScope;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The events that could not be handled, with everything that follows them in their sequence. They
 * are tried again every half minute; what has failed too often is parked and waits for a person.
 */
@Component
class DeadLetters extends Periodic {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final EventProcessingConfiguration processing;
    private final TransactionManager transactions;

    DeadLetters(
            EventProcessingConfiguration processing,
            TransactionManager transactions,
            MeterRegistry metrics) {
        super("dead-letters", PERIOD, PERIOD);
        this.processing = processing;
        this.transactions = transactions;
        metrics.gauge("comanda.deadletters", this, DeadLetters::size);
    }

    /** A person tries the sequences of an organization, or of all; parked ones too. */
    int retry(String group, @Nullable String organization) {
        return retry(group, letter -> belongs(letter, organization));
    }

    /**
     * Parks the sequences of the group that begin with this aggregate's letter, until a person
     * tries them. Answers how many there were.
     */
    int park(String group, String aggregate, String why, @Nullable String organization) {
        return processing
                .deadLetterQueue(group)
                .map(queue -> park(queue, aggregate, why, organization))
                .orElse(0);
    }

    private <M extends EventMessage<?>> int park(
            SequencedDeadLetterQueue<M> queue,
            String aggregate,
            String why,
            @Nullable String organization) {
        int parked = 0;
        for (var sequence : queue.deadLetters()) {
            var letters = sequence.iterator();
            if (letters.hasNext()) {
                var first = letters.next();
                if (aggregateOf(first).equals(aggregate) && belongs(first, organization)) {
                    transactions.executeInTransaction(
                            () ->
                                    queue.requeue(
                                            first, letter -> RetryThenPark.parked(letter, why)));
                    parked++;
                }
            }
        }
        return parked;
    }

    /**
     * One that fails again is the last in line from then on: the next may succeed. Ends when nobody
     * is left to try: looking for one passes by all the others.
     */
    private int retry(String group, Predicate<DeadLetter<? extends EventMessage<?>>> which) {
        var queue = processing.deadLetterQueue(group).orElse(null);
        var reader = processing.eventProcessor(group, AbstractEventProcessor.class).orElse(null);
        if (queue == null
                || reader == null
                || processing.sequencedDeadLetterProcessor(group).isEmpty()) {
            return 0;
        }
        var handling =
                new SecondTry(
                        reader,
                        queue,
                        processing.deadLetterPolicy(group).orElseThrow(),
                        transactions);
        var handled = new AtomicInteger();
        TenantScope.run(
                TenantScope.ALL,
                () -> {
                    long most = queue.amountOfSequences();
                    while (most > 0 && retryOne(queue, which, handling, handled)) {
                        most--;
                    }
                });
        return handled.get();
    }

    /** Tries the one that has waited longest. False: there was none. */
    private static boolean retryOne(
            SequencedDeadLetterQueue<EventMessage<?>> queue,
            Predicate<DeadLetter<? extends EventMessage<?>>> which,
            SecondTry handling,
            AtomicInteger handled) {
        var tried = new AtomicBoolean();
        boolean gone =
                queue.process(
                        which,
                        letter -> {
                            tried.set(true);
                            return handling.of(letter);
                        });
        if (gone) {
            handled.incrementAndGet();
        }
        return tried.get();
    }

    List<String> groups() {
        return processing.eventProcessors().keySet().stream().sorted().toList();
    }

    private double size() {
        return groups().stream()
                .mapToDouble(
                        group ->
                                processing
                                        .deadLetterQueue(group)
                                        .map(SequencedDeadLetterQueue::size)
                                        .orElse(0L))
                .sum();
    }

    private static String aggregateOf(DeadLetter<? extends EventMessage<?>> letter) {
        var message = letter.message();
        return message instanceof DomainEventMessage<?> event
                ? event.getAggregateIdentifier()
                : message.getIdentifier();
    }

    private static boolean belongs(
            DeadLetter<? extends EventMessage<?>> letter, @Nullable String organization) {
        return organization == null
                || organization.equals(
                        letter.message().getMetaData().get(MetadataKey.ORGANIZATION));
    }

    @Override
    void once() {
        for (var group : groups()) {
            try {
                retry(group, letter -> !RetryThenPark.isParked(letter));
            } catch (RuntimeException e) {
                LOG.warn("Dead letters of {} could not be tried again: {}", group, e.toString());
            }
        }
    }
}
