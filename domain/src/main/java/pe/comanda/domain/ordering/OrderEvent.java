package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponId;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.shared.Money;

import java.time.LocalDate;
import java.util.List;

/** Everything that can have happened to an order. Stored for ever. */
public sealed interface OrderEvent extends DomainEvent {
    OrderId order();

    /**
     * @param number counts up per branch and business day
     */
    record OrderPlaced(
            OrderId order,
            int number,
            LocalDate businessDay,
            OrderType type,
            @Nullable TableSessionId session,
            @Nullable TableRef table,
            @Nullable CustomerId customer,
            List<OrderLine> lines,
            String note,
            Terms terms,
            Totals totals)
            implements OrderEvent {
        public OrderPlaced {
            lines = List.copyOf(lines);
        }
    }

    record RoundAdded(OrderId order, int round, List<OrderLine> lines, Totals totals)
            implements OrderEvent {
        public RoundAdded {
            lines = List.copyOf(lines);
        }
    }

    record CustomerAttached(OrderId order, CustomerId customer) implements OrderEvent {}

    /**
     * The named lines go to the kitchen: what stock must be taken for. {@code round} counts
     * confirmations.
     */
    record OrderConfirmed(OrderId order, int round, List<OrderLine> lines) implements OrderEvent {
        public OrderConfirmed {
            lines = List.copyOf(lines);
        }
    }

    /** The lines moved; {@code status} is the order's after that. */
    record LinesMoved(OrderId order, List<LineId> lines, LineStatus to, OrderStatus status)
            implements OrderEvent {
        public LinesMoved {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param was how far the line had got: what was never started can go back to stock
     */
    record LineCancelled(
            OrderId order,
            OrderLine line,
            LineStatus was,
            String reason,
            Totals totals,
            OrderStatus status)
            implements OrderEvent {}

    /**
     * @param paid what had been taken and is now owed back
     */
    record OrderCancelled(OrderId order, String reason, List<CancelledLine> lines, Money paid)
            implements OrderEvent {
        public OrderCancelled {
            lines = List.copyOf(lines);
        }
    }

    record CancelledLine(OrderLine line, LineStatus was) {}

    record DiscountGranted(OrderId order, Money amount, String reason, Totals totals)
            implements OrderEvent {}

    record DeliveryFeeSet(OrderId order, Money fee, Totals totals) implements OrderEvent {}

    /**
     * @param discount what the coupon takes off the order as it is now
     */
    record CouponApplied(OrderId order, AppliedCoupon coupon, Money discount, Totals totals)
            implements OrderEvent {}

    record CouponRemoved(OrderId order, CouponId coupon, CouponCode code, Totals totals)
            implements OrderEvent {}

    /** With its customer's points, which are spent by the same commit. */
    record RewardApplied(OrderId order, AppliedReward reward, Totals totals)
            implements OrderEvent {}

    /** The points go back by the same commit. */
    record RewardRemoved(OrderId order, RewardId reward, Totals totals) implements OrderEvent {}

    /**
     * @param due what is still owed after this payment
     */
    record PaymentTaken(OrderId order, Payment payment, Money due) implements OrderEvent {}

    record PaymentVoided(OrderId order, PaymentId payment, Money amount, String reason, Money due)
            implements OrderEvent {}

    /** Served and paid in full. */
    record OrderCompleted(
            OrderId order,
            @Nullable TableSessionId session,
            @Nullable CustomerId customer,
            Totals totals,
            Terms terms,
            List<OrderLine> lines)
            implements OrderEvent {
        public OrderCompleted {
            lines = List.copyOf(lines);
        }
    }
}
