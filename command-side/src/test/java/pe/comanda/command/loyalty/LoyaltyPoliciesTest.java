package pe.comanda.command.loyalty;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.command.loyalty.AgeingPoints.Due;
import pe.comanda.command.shared.MemoryLookups;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand.EarnPoints;
import pe.comanda.domain.loyalty.LoyaltyCommand.ExpirePoints;
import pe.comanda.domain.loyalty.LoyaltyCommand.ReversePoints;
import pe.comanda.domain.loyalty.LoyaltyProgramId;
import pe.comanda.domain.loyalty.ProgramEvent.ProgramSet;
import pe.comanda.domain.loyalty.ProgramTerms;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;
import pe.comanda.domain.ordering.OrderEvent.PaymentVoided;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoyaltyPoliciesTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final CustomerId ANA = new CustomerId("customer-ana");
    private static final LoyaltyAccountId ANAS = new LoyaltyAccountId("points-ana");
    private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
    private static final Owner HOUSE = new Owner("org-1", "branch-1");
    private static final MetaData HERE =
            MetaData.from(Caller.system("org-1", "branch-1", "test").toMetadata());
    private static final Money FIFTY = Money.of("50.00");
    private static final Terms TERMS =
            new Terms("PEN", TaxRegime.GENERAL, new BigDecimal("0.18"), BigDecimal.ZERO);

    private final OwnCommands commands = mock();
    private final Sales sales = new Sales(MemoryLookups.create());
    private final Programs programs = new Programs(MemoryLookups.create());
    private final AgeingPoints ageing = mock();
    private final PointsDesk desk = new PointsDesk(commands);
    private final WhenOrderCompletedThenEarnPoints earning =
            new WhenOrderCompletedThenEarnPoints(programs, desk);
    private final WhenPaymentVoidedThenReversePoints reversing =
            new WhenPaymentVoidedThenReversePoints(sales, programs, desk);
    private final WhenPointsAreOldThenExpireThem expiring =
            new WhenPointsAreOldThenExpireThem(ageing, commands, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void nothing_is_refused() {
        when(commands.send(any(), any(), any())).thenReturn(Optional.empty());
    }

    @Test
    void a_completed_sale_earns_points_for_what_was_paid() {
        earning.on(completed(ANA), HERE, NOW);
        verify(commands)
                .send(
                        new EarnPoints(ANAS, ORDER, FIFTY, ProgramTerms.STANDARD, NOW),
                        HOUSE,
                        "test");
    }

    @Test
    void neither_the_tax_of_bags_nor_the_delivery_earns_points() {
        var delivered =
                new Totals(
                        FIFTY,
                        Money.ZERO,
                        Money.of("49.15"),
                        Money.of("8.85"),
                        Money.ZERO,
                        Money.of("1.00"),
                        Money.of("8.00"),
                        Money.of("59.00"));
        earning.on(completed(ANA, delivered), HERE, NOW);
        verify(commands)
                .send(
                        new EarnPoints(ANAS, ORDER, FIFTY, ProgramTerms.STANDARD, NOW),
                        HOUSE,
                        "test");
    }

    @Test
    void an_organization_with_a_program_of_its_own_gives_points_by_it() {
        var own = new ProgramTerms(3, ProgramTerms.STANDARD.tiers());
        programs.on(new ProgramSet(LoyaltyProgramId.of("org-1"), own), HERE);
        earning.on(completed(ANA), HERE, NOW);
        verify(commands).send(new EarnPoints(ANAS, ORDER, FIFTY, own, NOW), HOUSE, "test");
    }

    @Test
    void a_guest_whom_nobody_knows_earns_nothing() {
        earning.on(completed(null), HERE, NOW);
        verifyNoInteractions(commands);
    }

    @Test
    void money_of_a_sale_that_is_given_back_takes_its_points_back() {
        sales.on(completed(ANA), HERE);
        reversing.on(voided("20.00"), HERE, NOW);
        verify(commands)
                .send(
                        new ReversePoints(
                                ANAS, ORDER, FIFTY, Money.of("30.00"), ProgramTerms.STANDARD, NOW),
                        HOUSE,
                        "test");
    }

    @Test
    void a_payment_of_an_order_that_is_still_open_has_earned_nothing() {
        reversing.on(voided("20.00"), HERE, NOW);
        verifyNoInteractions(commands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINTS_EARNED_ONCE", "NOTHING_TO_REVERSE", "NOT_FOUND"})
    void what_was_done_before_or_cannot_be_done_is_an_answer(String code) {
        refuse(code);
        sales.on(completed(ANA), HERE);
        earning.on(completed(ANA), HERE, NOW);
        reversing.on(voided("50.00"), HERE, NOW);
    }

    @Test
    void any_other_refusal_is_tried_again() {
        refuse("ORGANIZATION_SUSPENDED");
        assertThatThrownBy(() -> earning.on(completed(ANA), HERE, NOW))
                .hasMessageContaining("ORGANIZATION_SUSPENDED");
    }

    @Test
    void old_points_expire_by_the_clock_and_only_then_is_the_note_destroyed() {
        var owner = new Owner("org-1", null);
        when(ageing.at(NOW)).thenReturn(List.of(new Due(ANAS, owner)), List.of());
        expiring.look();

        var inOrder = inOrder(ageing, commands);
        inOrder.verify(commands).send(new ExpirePoints(ANAS, NOW), owner, "expiry-points-ana");
        inOrder.verify(ageing).lookedAt(ANAS, NOW);
    }

    @Test
    void points_that_were_spent_in_time_are_looked_at_once() {
        refuse("NOTHING_EXPIRES");
        when(ageing.at(NOW))
                .thenReturn(List.of(new Due(ANAS, new Owner("org-1", null))), List.of());
        expiring.look();
        verify(ageing).lookedAt(ANAS, NOW);
    }

    @Test
    void what_breaks_is_looked_at_again() {
        when(commands.send(any(), any(), any())).thenThrow(new IllegalStateException("down"));
        when(ageing.at(NOW)).thenReturn(List.of(new Due(ANAS, new Owner("org-1", null))));
        assertThatThrownBy(expiring::look).hasMessage("down");
        verify(ageing, never()).lookedAt(any(), any());
    }

    private void refuse(String code) {
        when(commands.send(any(), any(), any()))
                .thenReturn(Optional.of(new Refusal(code, Map.of())));
    }

    private static OrderCompleted completed(@Nullable CustomerId customer) {
        var totals =
                new Totals(
                        FIFTY,
                        Money.ZERO,
                        Money.of("42.37"),
                        Money.of("7.63"),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        FIFTY);
        return completed(customer, totals);
    }

    private static OrderCompleted completed(@Nullable CustomerId customer, Totals totals) {
        return new OrderCompleted(ORDER, null, customer, totals, TERMS, List.of());
    }

    private static PaymentVoided voided(String due) {
        return new PaymentVoided(
                ORDER, new PaymentId("payment-1"), Money.of(due), "tarjeta ajena", Money.of(due));
    }
}
