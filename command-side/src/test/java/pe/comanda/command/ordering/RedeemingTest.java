package pe.comanda.command.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import static pe.comanda.command.coupons.CouponStage.COUPON;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.coupons.CouponStage;
import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Branches;
import pe.comanda.command.shared.KnownCustomers;
import pe.comanda.command.shared.MemoryLookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.command.shared.Shells;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.coupons.Benefit.Percentage;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponCommand.CreateCoupon;
import pe.comanda.domain.coupons.CouponEvent.UseHeld;
import pe.comanda.domain.coupons.CouponEvent.UseReleased;
import pe.comanda.domain.coupons.CouponRule;
import pe.comanda.domain.coupons.CouponTerms;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.Offers.Offer;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.CouponApplied;
import pe.comanda.domain.ordering.OrderEvent.OrderCancelled;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderType;
import pe.comanda.domain.ordering.RequestedLine;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Orders and coupons together, on Axon as it runs, with events kept in memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedeemingTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final OrderId NEXT = new OrderId("order-2");
    private static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    private static final CouponCode CODE = new CouponCode("CEVICHE10");
    private static final Caller STAFF = Caller.system("org-1", "branch-1", "test");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    /** Past midnight in London, and still Sunday in Lima. */
    private static final Clock LATE =
            Clock.fixed(Instant.parse("2026-11-23T04:30:00Z"), ZoneOffset.UTC);

    private final CouponStage coupons = new CouponStage();
    private Configuration axon;

    @BeforeEach
    void two_orders_are_placed() {
        axon =
                coupons.on(
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
                        .registerComponent(OrderFactsSource.class, this::facts)
                        .registerComponent(KnownCustomers.class, _ -> (_, _) -> true)
                        .start();
        place(ORDER);
        place(NEXT);
    }

    @AfterEach
    void shut_down() {
        axon.shutdown();
    }

    @Test
    void an_order_has_the_coupon_and_the_coupon_the_order_in_the_same_breath() {
        create(terms(1, SUNDAY));
        send(new ApplyCoupon(ORDER, CODE));

        assertThat(history(ORDER)).hasAtLeastOneElementOfType(CouponApplied.class);
        assertThat(history(COUPON)).endsWith(new UseHeld(COUPON, ORDER, null, 1));
    }

    @Test
    void the_order_that_comes_too_late_is_refused_and_leaves_no_trace() {
        create(terms(1, SUNDAY));
        send(new ApplyCoupon(ORDER, CODE));

        assertThatThrownBy(() -> send(new ApplyCoupon(NEXT, CODE)))
                .hasMessageContaining(CouponRule.COUPON_USED_UP.name());
        assertThat(history(NEXT)).hasSize(1);
        assertThat(history(COUPON)).hasSize(2);
    }

    @Test
    void a_cancelled_order_gives_its_use_to_the_next() {
        create(terms(1, SUNDAY));
        send(new ApplyCoupon(ORDER, CODE));
        send(new CancelOrder(ORDER, "se fueron"));
        send(new ApplyCoupon(NEXT, CODE));

        assertThat(history(ORDER)).last().isInstanceOf(OrderCancelled.class);
        assertThat(history(COUPON))
                .endsWith(
                        new UseHeld(COUPON, ORDER, null, 1),
                        new UseReleased(COUPON, ORDER, 0),
                        new UseHeld(COUPON, NEXT, null, 1));
    }

    @Test
    void a_removed_coupon_can_be_had_again_by_the_same_order() {
        create(terms(1, SUNDAY));
        send(new ApplyCoupon(ORDER, CODE));
        send(new RemoveCoupon(ORDER));
        send(new ApplyCoupon(ORDER, CODE));

        assertThat(history(COUPON)).endsWith(new UseHeld(COUPON, ORDER, null, 1));
    }

    @Test
    void of_many_orders_at_once_as_many_get_it_as_there_are_uses() throws Exception {
        create(terms(5, SUNDAY));
        var orders = IntStream.range(0, 24).mapToObj(i -> new OrderId("order-many-" + i)).toList();
        orders.forEach(this::place);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var attempts = orders.stream().map(order -> pool.submit(() -> redeems(order))).toList();
            int redeemed = 0;
            for (var attempt : attempts) {
                redeemed += attempt.get() ? 1 : 0;
            }
            assertThat(redeemed).isEqualTo(5);
        }
        assertThat(history(COUPON)).filteredOn(UseHeld.class::isInstance).hasSize(5);
    }

    @Test
    void the_last_day_is_the_branchs_own() {
        create(terms(null, SUNDAY));
        send(new ApplyCoupon(ORDER, CODE));
        assertThat(history(COUPON)).hasSize(2);
    }

    @Test
    void a_day_later_it_is_over() {
        create(terms(null, SUNDAY.minusDays(1)));
        assertThatThrownBy(() -> send(new ApplyCoupon(ORDER, CODE)))
                .hasMessageContaining(CouponRule.COUPON_NO_LONGER_VALID.name());
    }

    @Test
    void a_coupon_of_another_organization_is_out_of_reach() {
        send(
                new CreateCoupon(COUPON, CODE, terms(null, SUNDAY)),
                Caller.system("org-2", "branch-9", "test"));
        assertThatThrownBy(() -> send(new ApplyCoupon(ORDER, CODE)))
                .hasMessageContaining(AccessRule.FOREIGN_TENANT.name());
    }

    private boolean redeems(OrderId order) {
        try {
            send(new ApplyCoupon(order, CODE));
            return true;
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining(CouponRule.COUPON_USED_UP.name());
            return false;
        }
    }

    private OrderFactsSource facts(Configuration configuration) {
        BranchFacts branch = Branches.ours();
        when(branch.zone()).thenReturn("America/Lima");
        when(branch.currency()).thenReturn("PEN");
        when(branch.regime()).thenReturn(TaxRegime.GENERAL);
        when(branch.serviceCharge()).thenReturn(BigDecimal.ZERO);
        OffersSource offers = mock();
        when(offers.find(anyString(), any()))
                .thenReturn(
                        Optional.of(
                                new Offer(
                                        CEVICHE,
                                        "Ceviche",
                                        Money.of("38.00"),
                                        TaxClass.TAXED,
                                        true,
                                        List.of())));
        Premises premises = mock();
        when(premises.meantBy(any())).thenReturn(branch);
        return new OrderFactsSource(
                premises,
                offers,
                mock(),
                mock(OrderNumbers.class),
                coupons.desk(configuration),
                mock(),
                MemoryLookups.create(),
                LATE);
    }

    private static CouponTerms terms(@Nullable Integer uses, LocalDate until) {
        return new CouponTerms(
                "Promo",
                new Percentage(BigDecimal.TEN),
                Money.ZERO,
                null,
                null,
                until,
                Set.of(new BranchId("branch-1")),
                uses,
                null);
    }

    private void create(CouponTerms terms) {
        send(new CreateCoupon(COUPON, CODE, terms));
    }

    private void place(OrderId order) {
        var line = new RequestedLine(new LineId("line-1"), CEVICHE, 2, List.of(), "");
        send(new PlaceOrder(order, OrderType.TAKEOUT, null, null, List.of(line), ""));
    }

    private List<Object> history(Object aggregate) {
        return axon.eventStore()
                .readEvents(aggregate.toString())
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    private void send(Command command) {
        send(command, STAFF);
    }

    private void send(Command command, Caller caller) {
        var unused =
                axon.commandGateway()
                        .<Object>sendAndWait(
                                new GenericCommandMessage<>(command, caller.toMetadata()));
    }
}
