package pe.comanda.command.inventory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.AxonAssertionError;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.shared.OwnCommands;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.inventory.DeductionId;
import pe.comanda.domain.inventory.LineNeeds;
import pe.comanda.domain.inventory.Need;
import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.inventory.StockDeductionEvent.*;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.OrderStatus;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockDeductionSagaTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final DeductionId ROUND_1 = DeductionId.of(ORDER, 1);
    private static final DeductionId ROUND_2 = DeductionId.of(ORDER, 2);
    private static final OrderLine CEVICHE = line("line-ceviche", "dish-ceviche");
    private static final OrderLine CHICHA = line("line-chicha", "dish-chicha");
    private static final OrderLine WATER = line("line-water", "dish-water");
    private static final Map<String, String> METADATA =
            Caller.system("org-1", "branch-1", "test").toMetadata();

    private final SagaTestFixture<StockDeductionSaga> fixture =
            new SagaTestFixture<>(StockDeductionSaga.class);

    /** Everything but water has a recipe. */
    @BeforeEach
    void collaborators() {
        StockNeeds recipes =
                (lines, _) ->
                        lines.stream()
                                .filter(l -> !l.equals(WATER))
                                .map(StockDeductionSagaTest::needs)
                                .toList();
        fixture.registerResource(recipes);
        fixture.registerResource(
                new OwnCommands(
                        DefaultCommandGateway.builder()
                                .commandBus(fixture.getCommandBus())
                                .build()));
    }

    private static OrderLine line(String id, String dish) {
        return new OrderLine(
                new LineId(id),
                new MenuItemId(dish),
                dish,
                Money.of("20"),
                List.of(),
                1,
                "",
                TaxClass.TAXED,
                1);
    }

    private static LineNeeds needs(OrderLine line) {
        return new LineNeeds(
                line.id(),
                line.dish(),
                line.name(),
                List.of(new Need(new StockItemId("stock-1"), Quantity.of("1"))));
    }

    private static OrderConfirmed confirmed(int round, OrderLine... lines) {
        return new OrderConfirmed(ORDER, round, List.of(lines));
    }

    private static LineCancelled cancelled(OrderLine line, LineStatus was) {
        return new LineCancelled(
                ORDER, line, was, "se acabó", Totals.NOTHING, OrderStatus.CONFIRMED);
    }

    private static OrderCompleted completed() {
        var terms = new Terms("PEN", TaxRegime.GENERAL, new BigDecimal("0.18"), BigDecimal.ZERO);
        return new OrderCompleted(ORDER, null, null, Totals.NOTHING, terms, List.of(CEVICHE));
    }

    private static DeductStock deduct(DeductionId id, int round, OrderLine... lines) {
        return new DeductStock(
                id,
                ORDER,
                round,
                List.of(lines).stream().map(StockDeductionSagaTest::needs).toList());
    }

    @Test
    void a_confirmed_order_is_deducted() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(confirmed(1, CEVICHE, WATER, CHICHA), METADATA)
                .expectActiveSagas(1)
                .expectAssociationWith("order", "order-1")
                .expectDispatchedCommands(deduct(ROUND_1, 1, CEVICHE, CHICHA))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_order_that_needs_nothing_leaves_no_saga_behind() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(confirmed(1, WATER), METADATA)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void a_second_round_is_a_second_deduction_of_the_same_saga() {
        fixture.givenAPublished(confirmed(1, CEVICHE), METADATA)
                .whenPublishingA(confirmed(2, CHICHA), METADATA)
                .expectActiveSagas(1)
                .expectDispatchedCommands(deduct(ROUND_2, 2, CHICHA));
    }

    @Test
    void a_line_cancelled_before_the_kitchen_began_goes_back() {
        fixture.givenAPublished(confirmed(1, CEVICHE, CHICHA), METADATA)
                .whenPublishingA(cancelled(CEVICHE, LineStatus.CONFIRMED), METADATA)
                .expectActiveSagas(1)
                .expectDispatchedCommands(
                        new SettleLines(ROUND_1, List.of(new SettledLine(CEVICHE.id(), false))));
    }

    @Test
    void a_line_cancelled_in_the_pan_is_lost() {
        fixture.givenAPublished(confirmed(1, CEVICHE, CHICHA), METADATA)
                .whenPublishingA(cancelled(CEVICHE, LineStatus.PREPARING), METADATA)
                .expectDispatchedCommands(
                        new SettleLines(ROUND_1, List.of(new SettledLine(CEVICHE.id(), true))));
    }

    @Test
    void a_line_that_was_never_confirmed_took_nothing() {
        fixture.givenAPublished(confirmed(1, CEVICHE), METADATA)
                .whenPublishingA(cancelled(CHICHA, LineStatus.PENDING), METADATA)
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void a_cancelled_order_settles_every_round_and_ends() {
        fixture.givenAPublished(confirmed(1, CEVICHE), METADATA)
                .andThenAPublished(confirmed(2, CHICHA), METADATA)
                .whenPublishingA(
                        new OrderCancelled(
                                ORDER,
                                "se fueron",
                                List.of(
                                        new CancelledLine(CEVICHE, LineStatus.READY),
                                        new CancelledLine(CHICHA, LineStatus.CONFIRMED),
                                        new CancelledLine(WATER, LineStatus.PENDING)),
                                Money.ZERO),
                        METADATA)
                .expectActiveSagas(0)
                .expectDispatchedCommands(
                        new SettleLines(
                                ROUND_1,
                                List.of(
                                        new SettledLine(CEVICHE.id(), true),
                                        new SettledLine(CHICHA.id(), false))),
                        new SettleLines(
                                ROUND_2,
                                List.of(
                                        new SettledLine(CEVICHE.id(), true),
                                        new SettledLine(CHICHA.id(), false))));
    }

    @Test
    void a_completed_order_ends_it() {
        fixture.givenAPublished(confirmed(1, CEVICHE), METADATA)
                .whenPublishingA(completed(), METADATA)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void a_decision_on_a_shortage_is_carried_out() {
        fixture.givenAPublished(confirmed(1, CEVICHE), METADATA)
                .whenPublishingA(new ShortageConfirmed(ROUND_1, ORDER, "hay"), METADATA)
                .expectActiveSagas(1)
                .expectDispatchedCommands(new TryAgain(ROUND_1));
    }

    @Test
    void a_decision_after_the_order_is_over_is_carried_out_and_leaves_nothing_behind() {
        fixture.givenAPublished(confirmed(1, CEVICHE), METADATA)
                .andThenAPublished(completed(), METADATA)
                .whenPublishingA(new DeductionRetried(ROUND_1, ORDER), METADATA)
                .expectActiveSagas(0)
                .expectDispatchedCommands(new TryAgain(ROUND_1));
    }

    @Test
    void other_orders_are_none_of_its_business() {
        fixture.givenAPublished(confirmed(1, CEVICHE), METADATA)
                .whenPublishingA(
                        new LineCancelled(
                                new OrderId("order-2"),
                                CEVICHE,
                                LineStatus.CONFIRMED,
                                "x",
                                Totals.NOTHING,
                                OrderStatus.CONFIRMED),
                        METADATA)
                .expectNoDispatchedCommands();
    }

    @Test
    void a_refusal_is_not_swallowed() {
        fixture.setCallbackBehavior((_, _) -> new Refusal("NOT_FOUND", Map.of()));
        var result =
                fixture.givenNoPriorActivity().whenPublishingA(confirmed(1, CEVICHE), METADATA);
        assertThatThrownBy(result::expectSuccessfulHandlerExecution)
                .isInstanceOf(AxonAssertionError.class);
    }

    @Test
    void a_failure_is_not_swallowed() {
        fixture.setCallbackBehavior(
                (_, _) -> {
                    throw new IllegalStateException("The database is gone");
                });
        var result =
                fixture.givenNoPriorActivity().whenPublishingA(confirmed(1, CEVICHE), METADATA);
        assertThatThrownBy(result::expectSuccessfulHandlerExecution)
                .isInstanceOf(AxonAssertionError.class);
    }
}
