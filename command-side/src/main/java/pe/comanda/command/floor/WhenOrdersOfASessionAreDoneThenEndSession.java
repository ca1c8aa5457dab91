package pe.comanda.command.floor;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.command.floor.OpenOrders.State;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.floor.TableSessionCommand.CloseSession;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderEvent.*;

import java.time.Instant;

/**
 * A party whose last open order is completed has eaten and paid: its session ends and the table is
 * free. One whose orders were all cancelled stays: it has not eaten yet.
 */
@Component
@ProcessingGroup(Processors.POLICY_FLOOR)
@DisallowReplay
class WhenOrdersOfASessionAreDoneThenEndSession {
    private static final Logger LOG =
            LoggerFactory.getLogger(WhenOrdersOfASessionAreDoneThenEndSession.class);

    private final OpenOrders orders;
    private final OwnCommands commands;

    WhenOrdersOfASessionAreDoneThenEndSession(OpenOrders orders, OwnCommands commands) {
        this.orders = orders;
        this.commands = commands;
    }

    @EventHandler
    void on(OrderEvent event, MetaData metadata, @Timestamp Instant at) {
        switch (event) {
            case OrderPlaced placed -> {
                if (placed.session() != null) {
                    orders.opened(placed.order(), placed.session(), Owner.of(metadata));
                }
            }
            case OrderCompleted completed ->
                    closed(event, State.COMPLETED, completed.session(), metadata, at);
            case OrderCancelled _ ->
                    closed(
                            event,
                            State.CANCELLED,
                            orders.sessionOf(event.order()).orElse(null),
                            metadata,
                            at);
            case RoundAdded _,
                    CustomerAttached _,
                    OrderConfirmed _,
                    LinesMoved _,
                    LineCancelled _,
                    DiscountGranted _,
                    DeliveryFeeSet _,
                    CouponApplied _,
                    CouponRemoved _,
                    RewardApplied _,
                    RewardRemoved _,
                    PaymentTaken _,
                    PaymentVoided _ -> {}
        }
    }

    private void closed(
            OrderEvent event,
            State as,
            @Nullable TableSessionId session,
            MetaData metadata,
            Instant at) {
        if (session == null) {
            return;
        }
        orders.lock(session);
        orders.closed(event.order(), as);
        if (orders.allDone(session)) {
            var correlation =
                    String.valueOf(metadata.getOrDefault(MetadataKey.CORRELATION, "floor"));
            commands.send(new CloseSession(session, at), Owner.of(metadata), correlation)
                    .ifPresent(
                            refusal -> LOG.debug("{} stays as it is: {}", session, refusal.code()));
        }
    }
}
