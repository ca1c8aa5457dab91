package pe.comanda.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What a unit of work sees of an aggregate before it is stored. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StagedByAggregateTest {
    private final EmbeddedEventStore events =
            new StagedByAggregate(
                    EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()));

    @AfterEach
    void stop() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
        events.shutDown();
    }

    @Test
    void an_aggregate_is_seen_with_what_was_applied_to_it_alone() {
        var _ = DefaultUnitOfWork.startAndGet(null);
        apply("fish", 0);
        apply("lime", 0);
        apply("fish", 1);

        assertThat(seen("fish")).containsExactly("fish 0", "fish 1");
        assertThat(events.lastSequenceNumberFor("lime")).contains(0L);
    }

    @Test
    void what_an_inner_unit_of_work_applied_is_seen_by_the_outer_one() {
        var _ = DefaultUnitOfWork.startAndGet(null);
        apply("fish", 0);
        DefaultUnitOfWork.startAndGet(null).execute(() -> apply("fish", 1));

        assertThat(seen("fish")).containsExactly("fish 0", "fish 1");
    }

    @Test
    void what_was_rolled_back_is_not_seen() {
        var _ = DefaultUnitOfWork.startAndGet(null);
        apply("fish", 0);
        var inner = DefaultUnitOfWork.startAndGet(null);
        apply("fish", 1);
        inner.rollback();

        assertThat(seen("fish")).containsExactly("fish 0");
    }

    @Test
    void what_is_stored_is_seen_once() {
        DefaultUnitOfWork.startAndGet(null).execute(() -> apply("fish", 0));

        assertThat(seen("fish")).containsExactly("fish 0");
    }

    private void apply(String aggregate, long sequence) {
        events.publish(
                new GenericDomainEventMessage<>(
                        "Item", aggregate, sequence, aggregate + " " + sequence));
    }

    private List<Object> seen(String aggregate) {
        return events.readEvents(aggregate).asStream().<Object>map(e -> e.getPayload()).toList();
    }
}
