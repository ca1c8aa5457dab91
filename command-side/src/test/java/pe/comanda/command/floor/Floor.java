package pe.comanda.command.floor;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Branches;
import pe.comanda.command.shared.MemoryLookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Premises;
import pe.comanda.command.shared.Shells;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.shared.Command;

import java.util.List;
import java.util.Map;

/** Tables and sessions of one branch on Axon as it runs, with events kept in memory. */
final class Floor implements AutoCloseable {
    static final Caller STAFF = Caller.system("org-1", "branch-1", "test");

    final OpenOrders orders = mock();
    final BranchFacts branch = Branches.ours();
    private final Configuration axon;

    Floor() {
        var marks = mock(TableMarks.class);
        when(marks.newOwner(any())).thenReturn(new Owner("org-1", "branch-1"));
        var premises = mock(Premises.class);
        when(premises.of(any())).thenReturn(branch);
        axon =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureSerializer(_ -> Jackson3Serializer.builder().build())
                        .configureEventStore(
                                _ ->
                                        EmbeddedEventStore.builder()
                                                .storageEngine(new InMemoryEventStorageEngine())
                                                .build())
                        .configureCorrelationDataProviders(
                                _ ->
                                        List.of(
                                                new SimpleCorrelationDataProvider(
                                                        MetadataKey.ORGANIZATION,
                                                        MetadataKey.BRANCH)))
                        .configureAggregate(Shells.of(TableAggregate.class))
                        .configureAggregate(Shells.of(TableSessionAggregate.class))
                        .registerComponent(TableMarks.class, _ -> marks)
                        .registerComponent(
                                SessionFactsSource.class,
                                config ->
                                        new SessionFactsSource(
                                                new Tables(
                                                        id ->
                                                                config.repository(
                                                                                TableAggregate
                                                                                        .class)
                                                                        .load(id)),
                                                orders,
                                                premises,
                                                MemoryLookups.create()))
                        .start();
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    List<Object> history(String aggregate) {
        return axon.eventStore()
                .readEvents(aggregate)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    void send(Command command) {
        send(command, STAFF);
    }

    void send(Command command, Caller caller) {
        send(command, caller.toMetadata());
    }

    void send(Command command, Map<String, ?> metadata) {
        var unused =
                axon.commandGateway()
                        .<Object>sendAndWait(new GenericCommandMessage<>(command, metadata));
    }
}
