package pe.comanda.command.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

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

import pe.comanda.command.loyalty.PurseStage;
import pe.comanda.command.rewards.RewardStage;
import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Branches;
import pe.comanda.command.shared.KnownCustomers;
import pe.comanda.command.shared.MemoryLookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.command.shared.Shells;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.coupons.Benefit.FixedAmount;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccount;
import pe.comanda.domain.loyalty.LoyaltyAccount.Lot;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent.PointsExpired;
import pe.comanda.domain.loyalty.LoyaltyEvent.RewardPaid;
import pe.comanda.domain.loyalty.LoyaltyEvent.RewardReturned;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.Offers.Offer;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.RewardApplied;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderType;
import pe.comanda.domain.ordering.RequestedLine;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.rewards.RewardCommand.ChangeReward;
import pe.comanda.domain.rewards.RewardCommand.OfferReward;
import pe.comanda.domain.rewards.RewardCommand.WithdrawReward;
import pe.comanda.domain.rewards.RewardEvent.RedemptionHeld;
import pe.comanda.domain.rewards.RewardEvent.RedemptionReleased;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.rewards.RewardTerms;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Orders, rewards and points together, on Axon as it runs, with events kept in memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PayingWithPointsTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final OrderId NEXT = new OrderId("order-2");
    private static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    private static final RewardId REWARD = new RewardId("reward-1");
    private static final CustomerId ROSA = new CustomerId("customer-rosa");
    private static final LoyaltyAccountId ROSAS = LoyaltyAccountId.of(ROSA);
    private static final PaymentId PAYMENT = new PaymentId("payment-1");
    private static final Caller STAFF = Caller.system("org-1", "branch-1", "test");
    private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
    private static final Instant SPRING = Instant.parse("2026-03-01T17:00:00Z");

    private Configuration axon;

    @BeforeEach
    void rosa_has_four_hundred_points_and_two_orders() {
        axon =
                PurseStage.on(
                                RewardStage.on(
                                        DefaultConfigurer.defaultConfiguration(false)
                                                .configureEmbeddedEventStore(
                                                        _ -> new InMemoryEventStorageEngine())
                                                .configureCorrelationDataProviders(
                                                        _ -> List.of(whose()))
                                                .configureAggregate(
                                                        Shells.of(OrderAggregate.class))))
                        .registerComponent(OrderFactsSource.class, PayingWithPointsTest::facts)
                        .registerComponent(KnownCustomers.class, _ -> (_, _) -> true)
                        .start();
        PurseStage.open(axon, ROSA, "org-1", 400, SPRING);
        place(ORDER);
        place(NEXT);
    }

    @AfterEach
    void shut_down() {
        axon.shutdown();
    }

    @Test
    void order_reward_and_points_change_in_the_same_breath() {
        offer(terms(150, null, null));
        send(new ApplyReward(ORDER, REWARD));

        assertThat(history(ORDER)).hasAtLeastOneElementOfType(RewardApplied.class);
        assertThat(history(REWARD)).endsWith(new RedemptionHeld(REWARD, ORDER, ROSA, 1));
        assertThat(history(ROSAS)).endsWith(paid(ORDER, 150, 250));
        assertThat(balance()).isEqualTo(250);
    }

    @Test
    void whoever_has_too_few_points_is_refused_and_nothing_leaves_a_trace() {
        offer(terms(401, null, null));
        refused(ORDER, "NOT_ENOUGH_POINTS");
        assertThat(history(ORDER)).hasSize(1);
        assertThat(history(REWARD)).hasSize(1);
        assertThat(history(ROSAS)).hasSize(2);
    }

    @Test
    void points_that_are_too_old_today_pay_for_nothing() {
        PurseStage.open(
                axon, new CustomerId("customer-old"), "org-1", 400, NOW.minus(LoyaltyAccount.LIFE));
        offer(terms(1, null, null));
        var order = new OrderId("order-old");
        place(order, new CustomerId("customer-old"));
        refused(order, "NOT_ENOUGH_POINTS");
        assertThat(history(new LoyaltyAccountId("points-old")))
                .noneMatch(PointsExpired.class::isInstance);
    }

    @Test
    void a_reward_taken_off_gives_exactly_what_was_paid_back_whatever_it_costs_today() {
        offer(terms(150, 1, null));
        send(new ApplyReward(ORDER, REWARD));
        send(new ChangeReward(REWARD, terms(399, 1, null)));
        send(new RemoveReward(ORDER));

        assertThat(history(ROSAS)).endsWith(paid(ORDER, 150, 250), returned(ORDER, 150, 400));
        assertThat(history(REWARD)).endsWith(new RedemptionReleased(REWARD, ORDER, 0));
        assertThatThrownBy(() -> send(new RemoveReward(ORDER)))
                .hasMessageContaining("ORDER_HAS_NO_REWARD");
        send(new ApplyReward(NEXT, REWARD));
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void a_cancelled_order_gives_points_and_stock_back_once() {
        offer(terms(150, 1, 1));
        send(new ApplyReward(ORDER, REWARD));
        send(
                new TakePayment(
                        ORDER,
                        PAYMENT,
                        PaymentMethod.CARD,
                        Money.of("5.00"),
                        Money.ZERO,
                        null,
                        "",
                        List.of()));
        send(new CancelOrder(ORDER, "se fueron"));
        send(new VoidPayment(ORDER, PAYMENT, "se devuelve"));

        assertThat(history(ROSAS)).filteredOn(RewardReturned.class::isInstance).hasSize(1);
        assertThat(balance()).isEqualTo(400);
        send(new ApplyReward(NEXT, REWARD));
        assertThat(balance()).isEqualTo(250);
        assertThatThrownBy(() -> send(new ApplyReward(ORDER, REWARD)))
                .hasMessageContaining("ORDER_MUST_BE_OPEN");
    }

    @Test
    void a_voided_sale_gives_points_and_stock_back_once_even_where_the_reward_is_gone() {
        offer(terms(150, 1, null));
        send(new ApplyReward(ORDER, REWARD));
        serve(ORDER);
        send(
                new TakePayment(
                        ORDER, PAYMENT, PaymentMethod.CARD, null, Money.ZERO, null, "", List.of()));
        send(new WithdrawReward(REWARD));
        assertThat(balance()).isEqualTo(250);
        send(new VoidPayment(ORDER, PAYMENT, "tarjeta ajena"));

        assertThat(balance()).isEqualTo(400);
        assertThatThrownBy(() -> send(new VoidPayment(ORDER, PAYMENT, "tarjeta ajena")))
                .hasMessageContaining("PAYMENT_ALREADY_VOIDED");
        assertThat(history(ROSAS)).filteredOn(RewardReturned.class::isInstance).hasSize(1);
        assertThat(history(REWARD)).endsWith(new RedemptionReleased(REWARD, ORDER, 0));
    }

    @Test
    void many_tills_at_once_never_spend_the_same_points_twice() throws Exception {
        offer(terms(90, null, null));
        assertThat(redeemedByMany("NOT_ENOUGH_POINTS")).isEqualTo(4);
        assertThat(balance()).isEqualTo(40);
        assertThat(history(REWARD)).filteredOn(RedemptionHeld.class::isInstance).hasSize(4);
    }

    @Test
    void many_tills_at_once_never_redeem_more_than_there_are() throws Exception {
        offer(terms(10, 3, null));
        assertThat(redeemedByMany("REWARD_SOLD_OUT")).isEqualTo(3);
        assertThat(balance()).isEqualTo(370);
    }

    @Test
    void a_customer_has_it_as_often_as_the_limit_says() {
        offer(terms(10, null, 1));
        send(new ApplyReward(ORDER, REWARD));
        refused(NEXT, "REWARD_LIMIT_REACHED");
    }

    @Test
    void a_reward_of_another_organization_is_out_of_reach_and_one_of_nobody_unknown() {
        refused(ORDER, "REWARD_UNKNOWN");
        send(new OfferReward(REWARD, terms(10, null, null)), Caller.system("org-2", null, "test"));
        refused(ORDER, AccessRule.FOREIGN_TENANT.name());
    }

    private int redeemedByMany(String refusal) throws Exception {
        var orders = IntStream.range(0, 24).mapToObj(i -> new OrderId("order-many-" + i)).toList();
        orders.forEach(this::place);
        int redeemed = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            var attempts =
                    orders.stream()
                            .map(order -> pool.submit(() -> redeems(order, refusal)))
                            .toList();
            for (var attempt : attempts) {
                redeemed += attempt.get() ? 1 : 0;
            }
        }
        return redeemed;
    }

    private boolean redeems(OrderId order, String refusal) {
        try {
            send(new ApplyReward(order, REWARD));
            return true;
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining(refusal);
            return false;
        }
    }

    private void refused(OrderId order, String rule) {
        assertThatThrownBy(() -> send(new ApplyReward(order, REWARD))).hasMessageContaining(rule);
    }

    private static RewardPaid paid(OrderId order, int points, int balance) {
        return new RewardPaid(
                ROSAS, order, REWARD, "Premio", points, List.of(new Lot(points, SPRING)), balance);
    }

    private static RewardReturned returned(OrderId order, int points, int balance) {
        return new RewardReturned(
                ROSAS, order, REWARD, "Premio", points, List.of(new Lot(points, SPRING)), balance);
    }

    private static RewardTerms terms(
            int points, @Nullable Integer stock, @Nullable Integer perCustomer) {
        return new RewardTerms(
                "Premio",
                points,
                new FixedAmount(Money.of("10.00")),
                null,
                null,
                null,
                stock,
                perCustomer);
    }

    private static SimpleCorrelationDataProvider whose() {
        return new SimpleCorrelationDataProvider(MetadataKey.ORGANIZATION, MetadataKey.BRANCH);
    }

    private static OrderFactsSource facts(Configuration configuration) {
        BranchFacts branch = Branches.ours();
        when(branch.zone()).thenReturn("America/Lima");
        when(branch.currency()).thenReturn("PEN");
        when(branch.regime()).thenReturn(TaxRegime.GENERAL);
        when(branch.serviceCharge()).thenReturn(BigDecimal.ZERO);
        OffersSource offers = mock();
        var ceviche =
                new Offer(CEVICHE, "Ceviche", Money.of("38.00"), TaxClass.TAXED, true, List.of());
        when(offers.find(anyString(), any())).thenReturn(Optional.of(ceviche));
        var noon = Clock.fixed(NOW, ZoneOffset.UTC);
        Premises premises = mock();
        when(premises.meantBy(any())).thenReturn(branch);
        return new OrderFactsSource(
                premises,
                offers,
                mock(),
                mock(OrderNumbers.class),
                mock(),
                RewardStage.desk(configuration, noon),
                MemoryLookups.create(),
                noon);
    }

    private void offer(RewardTerms terms) {
        send(new OfferReward(REWARD, terms));
    }

    private void place(OrderId order) {
        place(order, ROSA);
    }

    private void place(OrderId order, CustomerId customer) {
        var line = new RequestedLine(new LineId("line-1"), CEVICHE, 2, List.of(), "");
        send(new PlaceOrder(order, OrderType.TAKEOUT, null, customer, List.of(line), ""));
    }

    private void serve(OrderId order) {
        send(new ConfirmOrder(order));
        for (var step : List.of(LineStatus.PREPARING, LineStatus.READY, LineStatus.SERVED)) {
            send(new MoveLines(order, List.of(), step));
        }
    }

    private int balance() {
        return ((LoyaltyEvent) history(ROSAS).getLast()).balance();
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
