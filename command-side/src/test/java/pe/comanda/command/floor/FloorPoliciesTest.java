package pe.comanda.command.floor;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.floor.OpenOrders.State;
import pe.comanda.command.floor.OverdueSessions.Overdue;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.floor.FloorRule;
import pe.comanda.domain.floor.TableSessionCommand.CloseSession;
import pe.comanda.domain.floor.TableSessionCommand.ExpireSession;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.ordering.OrderEvent.OrderCancelled;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderType;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FloorPoliciesTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final TableSessionId SARA = new TableSessionId("session-sara");
    private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
    private static final Owner OWNER = new Owner("org-1", "branch-1");
    private static final MetaData HERE =
            MetaData.from(Caller.system("org-1", "branch-1", "test").toMetadata());
    private static final Terms TERMS =
            new Terms("PEN", TaxRegime.GENERAL, new BigDecimal("0.18"), BigDecimal.ZERO);
    private static final OrderCompleted COMPLETED =
            new OrderCompleted(ORDER, SARA, null, Totals.NOTHING, TERMS, List.of());

    private final OpenOrders orders = mock();
    private final OwnCommands commands = mock();
    private final OverdueSessions overdue = mock();
    private final WhenOrdersOfASessionAreDoneThenEndSession policy =
            new WhenOrdersOfASessionAreDoneThenEndSession(orders, commands);
    private final WhenSessionsAreOverdueThenExpireThem expiry =
            new WhenSessionsAreOverdueThenExpireThem(
                    overdue, commands, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void nothing_is_refused() {
        when(commands.send(any(), any(), any())).thenReturn(Optional.empty());
        when(orders.sessionOf(ORDER)).thenReturn(Optional.of(SARA));
    }

    @Test
    void the_last_order_completed_ends_the_session() {
        when(orders.allDone(SARA)).thenReturn(true);
        policy.on(COMPLETED, HERE, NOW);

        var inOrder = inOrder(orders, commands);
        inOrder.verify(orders).lock(SARA);
        inOrder.verify(orders).closed(ORDER, State.COMPLETED);
        inOrder.verify(commands).send(new CloseSession(SARA, NOW), OWNER, "test");
    }

    @Test
    void an_order_completed_beside_open_ones_ends_nothing() {
        when(orders.allDone(SARA)).thenReturn(false);
        policy.on(COMPLETED, HERE, NOW);

        verify(orders).closed(ORDER, State.COMPLETED);
        verifyNoInteractions(commands);
    }

    @Test
    void cancelling_the_last_open_order_after_others_were_paid_ends_the_session() {
        when(orders.allDone(SARA)).thenReturn(true);
        policy.on(new OrderCancelled(ORDER, "x", List.of(), Money.ZERO), HERE, NOW);

        verify(orders).closed(ORDER, State.CANCELLED);
        verify(commands).send(new CloseSession(SARA, NOW), OWNER, "test");
    }

    @Test
    void a_refusal_is_an_answer_and_not_a_failure() {
        when(orders.allDone(SARA)).thenReturn(true);
        when(commands.send(any(), any(), any()))
                .thenReturn(
                        Optional.of(new Refusal(FloorRule.SESSION_ALREADY_ENDED.name(), Map.of())));
        policy.on(COMPLETED, HERE, NOW);
    }

    @Test
    void orders_without_a_table_concern_nobody_here() {
        policy.on(
                new OrderPlaced(
                        ORDER,
                        1,
                        LocalDate.of(2026, 11, 22),
                        OrderType.TAKEOUT,
                        null,
                        null,
                        null,
                        List.of(),
                        "",
                        TERMS,
                        Totals.NOTHING),
                HERE,
                NOW);
        policy.on(
                new OrderCompleted(ORDER, null, null, Totals.NOTHING, TERMS, List.of()), HERE, NOW);
        verifyNoInteractions(orders, commands);
    }

    @Test
    void an_overdue_session_is_expired() {
        when(overdue.at(NOW)).thenReturn(List.of(new Overdue(SARA, OWNER)));
        expiry.look();

        verify(commands).send(new ExpireSession(SARA, NOW), OWNER, "overdue-session-sara");
        verify(overdue, never()).postpone(any(), any());
    }

    @Test
    void one_with_open_orders_is_looked_at_again_later() {
        when(overdue.at(NOW)).thenReturn(List.of(new Overdue(SARA, OWNER)));
        when(commands.send(any(), any(), any()))
                .thenReturn(
                        Optional.of(
                                new Refusal(FloorRule.SESSION_HAS_OPEN_ORDERS.name(), Map.of())));
        expiry.look();

        verify(overdue).postpone(SARA, NOW.plus(Duration.ofMinutes(15)));
        verify(overdue, never()).forget(any());
    }

    @Test
    void one_that_has_ended_by_itself_is_forgotten() {
        when(overdue.at(NOW)).thenReturn(List.of(new Overdue(SARA, OWNER)));
        when(commands.send(any(), any(), any()))
                .thenReturn(
                        Optional.of(new Refusal(FloorRule.SESSION_ALREADY_ENDED.name(), Map.of())));
        expiry.look();

        verify(overdue).forget(SARA);
    }
}
