package pe.comanda.query.ordering;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OpenOrder;
import pe.comanda.domain.ordering.Order;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.OrderQuery.OrderSteps;
import pe.comanda.domain.ordering.OrderQuery.ShowOrderSteps;
import pe.comanda.domain.ordering.OrderQuery.Step;
import pe.comanda.domain.shared.Money;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of one order, out of its own events: nobody has to write them down a second time. */
@Component
class OrderStepsAnswers {
    private final EventStore events;

    OrderStepsAnswers(EventStore events) {
        this.events = events;
    }

    @QueryHandler
    Optional<OrderSteps> answer(ShowOrderSteps query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var steps = new ArrayList<Step>();
        Order order = Order.NOT_PLACED;
        var history = events.readEvents(query.order().value(), 0);
        while (history.hasNext()) {
            var message = history.next();
            if (!mayRead(caller, message.getMetaData())) {
                return Optional.empty();
            }
            var event = (OrderEvent) message.getPayload();
            order = order.evolve(event);
            steps.add(step(message, event, order));
        }
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrderSteps(query.order().value(), steps));
    }

    private static boolean mayRead(Caller caller, MetaData of) {
        return caller.organization().equals(of.get(MetadataKey.ORGANIZATION))
                && caller.reachesBranch(String.valueOf(of.get(MetadataKey.BRANCH)));
    }

    private static Step step(DomainEventMessage<?> message, OrderEvent event, Order after) {
        return new Step(
                message.getSequenceNumber(),
                message.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                EventFamilies.nameOf(event.getClass()).orElse("?"),
                String.valueOf(message.getMetaData().get(MetadataKey.ACTOR)),
                String.valueOf(message.getMetaData().get(MetadataKey.ROLE)),
                after.status(),
                lines(event),
                event instanceof LinesMoved moved ? moved.to() : null,
                due(event, after),
                reason(event));
    }

    private static List<String> lines(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> ids(placed.lines());
            case RoundAdded added -> ids(added.lines());
            case OrderConfirmed confirmed -> ids(confirmed.lines());
            case LinesMoved moved -> moved.lines().stream().map(LineId::value).toList();
            case LineCancelled cancelled -> ids(List.of(cancelled.line()));
            case PaymentTaken taken -> taken.payment().lines();
            case CustomerAttached _,
                    OrderCancelled _,
                    DiscountGranted _,
                    DeliveryFeeSet _,
                    CouponApplied _,
                    CouponRemoved _,
                    RewardApplied _,
                    RewardRemoved _,
                    PaymentVoided _,
                    OrderCompleted _ ->
                    List.of();
        };
    }

    private static List<String> ids(List<OrderLine> lines) {
        return lines.stream().map(line -> line.id().value()).toList();
    }

    private static @Nullable String reason(OrderEvent event) {
        return switch (event) {
            case LineCancelled cancelled -> cancelled.reason();
            case OrderCancelled cancelled -> cancelled.reason();
            case DiscountGranted granted -> granted.reason();
            case PaymentVoided voided -> voided.reason();
            case OrderPlaced _,
                    RoundAdded _,
                    CustomerAttached _,
                    OrderConfirmed _,
                    LinesMoved _,
                    DeliveryFeeSet _,
                    CouponApplied _,
                    CouponRemoved _,
                    RewardApplied _,
                    RewardRemoved _,
                    PaymentTaken _,
                    OrderCompleted _ ->
                    null;
        };
    }

    /** Nothing where it was cancelled; where money of a sale was given back, that. */
    private static Money due(OrderEvent event, Order after) {
        if (event instanceof PaymentVoided voided) {
            return voided.due();
        }
        return after instanceof OpenOrder open ? open.due() : Money.ZERO;
    }
}
