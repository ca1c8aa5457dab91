package pe.comanda.command.ordering;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Branches;
import pe.comanda.command.shared.KnownCustomers;
import pe.comanda.command.shared.MemoryLookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.command.shared.Shells;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.Offers.Offer;
import pe.comanda.domain.ordering.OrderCommand.PlaceOrder;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderType;
import pe.comanda.domain.ordering.RequestedLine;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Orders on Axon as it runs, with events kept in memory, and whatever changes with them: a branch
 * in Lima that sells ceviche for 38 soles.
 */
final class OrderStage implements AutoCloseable {
    static final OrderId ORDER = new OrderId("order-1");
    static final OrderId NEXT = new OrderId("order-2");
    private static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    private static final Caller STAFF = Caller.system("org-1", "branch-1", "test");

    private final Configuration axon;

    /**
     * @param beside what else is on stage
     * @param coupons made when Axon is there, as are {@code rewards}
     */
    OrderStage(
            UnaryOperator<Configurer> beside,
            Function<Configuration, CouponDesk> coupons,
            Function<Configuration, RewardDesk> rewards,
            Clock clock) {
        axon =
                beside.apply(
                                DefaultConfigurer.defaultConfiguration(false)
                                        .configureEmbeddedEventStore(
                                                _ -> new InMemoryEventStorageEngine())
                                        .configureCorrelationDataProviders(
                                                _ ->
                                                        List.of(
                                                                new SimpleCorrelationDataProvider(
                                                                        MetadataKey.ORGANIZATION,
                                                                        MetadataKey.BRANCH)))
                                        .configureAggregate(Shells.of(OrderAggregate.class)))
                        .registerComponent(
                                OrderFactsSource.class,
                                it -> facts(coupons.apply(it), rewards.apply(it), clock))
                        .registerComponent(KnownCustomers.class, _ -> (_, _) -> true)
                        .start();
    }

    private static OrderFactsSource facts(CouponDesk coupons, RewardDesk rewards, Clock clock) {
        BranchFacts branch = Branches.ours();
        when(branch.zone()).thenReturn("America/Lima");
        when(branch.currency()).thenReturn("PEN");
        when(branch.regime()).thenReturn(TaxRegime.GENERAL);
        when(branch.serviceCharge()).thenReturn(BigDecimal.ZERO);
        OffersSource offers = mock();
        var ceviche =
                new Offer(CEVICHE, "Ceviche", Money.of("38.00"), TaxClass.TAXED, true, List.of());
        when(offers.find(anyString(), any())).thenReturn(Optional.of(ceviche));
        Premises premises = mock();
        when(premises.meantBy(any())).thenReturn(branch);
        return new OrderFactsSource(
                premises,
                offers,
                mock(),
                mock(OrderNumbers.class),
                coupons,
                rewards,
                MemoryLookups.create(),
                clock);
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    Configuration axon() {
        return axon;
    }

    /** Two ceviches to take away, 76 soles. */
    void place(OrderId order, @Nullable CustomerId customer) {
        var line = new RequestedLine(new LineId("line-1"), CEVICHE, 2, List.of(), "");
        send(new PlaceOrder(order, OrderType.TAKEOUT, null, customer, List.of(line), ""));
    }

    List<Object> history(Object aggregate) {
        return axon.eventStore()
                .readEvents(aggregate.toString())
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    void send(Command command) {
        send(command, STAFF);
    }

    void send(Command command, Caller caller) {
        var unused =
                axon.commandGateway()
                        .<Object>sendAndWait(
                                new GenericCommandMessage<>(command, caller.toMetadata()));
    }

    /** Two dozen orders of the customer, each tried by one of eight tills; how many succeeded. */
    int ofManyAtOnce(@Nullable CustomerId customer, Predicate<OrderId> attempt) throws Exception {
        var orders = IntStream.range(0, 24).mapToObj(i -> new OrderId("order-many-" + i)).toList();
        orders.forEach(order -> place(order, customer));
        int succeeded = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            var attempts =
                    orders.stream().map(order -> pool.submit(() -> attempt.test(order))).toList();
            for (var each : attempts) {
                succeeded += each.get() ? 1 : 0;
            }
        }
        return succeeded;
    }
}
