package pe.comanda.command.eventstore;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Axon's embedded event store, which finds by its aggregate what a unit of work has applied and not
 * stored yet. Axon compares everything that was staged with everything else each time an aggregate
 * is loaded: the batch of a saga that applies thousands of events would spend its time there.
 */
final class StagedByAggregate extends EmbeddedEventStore {
    private static final String STAGED = "comanda.staged";

    private record Staged(UnitOfWork<?> by, DomainEventMessage<?> event) {}

    StagedByAggregate(Builder builder) {
        super(builder);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        super.publish(events);
        if (CurrentUnitOfWork.isStarted()) {
            var unitOfWork = CurrentUnitOfWork.get();
            Map<String, List<Staged>> staged =
                    unitOfWork.root().getOrComputeResource(STAGED, _ -> new HashMap<>());
            for (var event : events) {
                if (event instanceof DomainEventMessage<?> domainEvent) {
                    staged.computeIfAbsent(
                                    domainEvent.getAggregateIdentifier(), _ -> new ArrayList<>())
                            .add(new Staged(unitOfWork, domainEvent));
                }
            }
        }
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregate) {
        if (!CurrentUnitOfWork.isStarted()) {
            return Stream.empty();
        }
        return CurrentUnitOfWork.get()
                .root()
                .<Map<String, List<Staged>>>getOrDefaultResource(STAGED, Map.of())
                .getOrDefault(aggregate, List.of())
                .stream()
                .filter(staged -> !staged.by().isRolledBack())
                .map(Staged::event);
    }
}
