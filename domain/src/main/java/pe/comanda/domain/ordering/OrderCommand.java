package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;

import java.util.List;

/**
 * Everything one can ask of an order. Ids of orders, lines and payments are made by whoever asks.
 */
public sealed interface OrderCommand extends Command {
    OrderId order();

    @Override
    default OrderId target() {
        return order();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case PlaceOrder _ -> Permission.ORDERS_CREATE;
            case AddRound _, CancelLine _, ApplyCoupon _, RemoveCoupon _ ->
                    Permission.ORDERS_UPDATE;
            case ApplyReward _, RemoveReward _ -> Permission.LOYALTY_REDEEM;
            case AttachCustomer _ -> Permission.CUSTOMERS_CREATE;
            case ConfirmOrder _ -> Permission.ORDERS_CONFIRM;
            case MoveLines _ -> Permission.ORDERS_UPDATE_ITEM_STATUS;
            case GrantDiscount _ -> Permission.ORDERS_VOID;
            case CancelOrder _ -> Permission.ORDERS_CANCEL;
            case TakePayment _, SetDeliveryFee _ -> Permission.PAYMENTS_CREATE;
            case VoidPayment _ -> Permission.PAYMENTS_VOID;
        };
    }

    /** Lines: 1 to 60. A session is required to dine in. */
    record PlaceOrder(
            OrderId order,
            OrderType type,
            @Nullable TableSessionId session,
            @Nullable CustomerId customer,
            List<RequestedLine> lines,
            String note)
            implements OrderCommand {
        public PlaceOrder {
            lines = List.copyOf(lines);
        }
    }

    /** More lines for an open order: 1 to 60. They wait for confirmation like the first ones. */
    record AddRound(OrderId order, List<RequestedLine> lines) implements OrderCommand {
        public AddRound {
            lines = List.copyOf(lines);
        }
    }

    record AttachCustomer(OrderId order, CustomerId customer) implements OrderCommand {}

    /** Sends every waiting line to the kitchen. */
    record ConfirmOrder(OrderId order) implements OrderCommand {}

    /**
     * Moves lines one step forward, or one step back (recall); no lines named means every line that
     * can make the step. To and from the table takes {@link Permission#ORDERS_UPDATE_STATUS}; the
     * step that completes the sale, {@link Permission#ORDERS_COMPLETE}.
     */
    record MoveLines(OrderId order, List<LineId> lines, LineStatus to) implements OrderCommand {
        public MoveLines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Reason: 3 to 500 characters. The last live line cancels the order, which takes the permission
     * to cancel one.
     */
    record CancelLine(OrderId order, LineId line, String reason) implements OrderCommand {}

    record CancelOrder(OrderId order, String reason) implements OrderCommand {}

    /** A discount in soles on the whole order, in place of an earlier one. */
    record GrantDiscount(OrderId order, Money amount, String reason) implements OrderCommand {}

    /**
     * What bringing it costs, tax included, in place of an earlier fee: 0 to 200. For deliveries
     * alone, and asked by staff.
     */
    record SetDeliveryFee(OrderId order, Money fee) implements OrderCommand {}

    /** One coupon an order. What it takes off follows the lines that come and go. */
    record ApplyCoupon(OrderId order, CouponCode code) implements OrderCommand {}

    record RemoveCoupon(OrderId order) implements OrderCommand {}

    /**
     * One reward an order, paid with the points of the customer that it names. What it takes off is
     * settled now; it comes after the coupon.
     */
    record ApplyReward(OrderId order, RewardId reward) implements OrderCommand {}

    /** Gives the points back, exactly those that were paid. */
    record RemoveReward(OrderId order) implements OrderCommand {}

    /**
     * Takes money. The payment that completes the sale takes {@link Permission#ORDERS_COMPLETE}.
     *
     * @param amount what to settle; null means all that is due, or the price of the named lines
     * @param tendered cash handed over; null means exactly what is asked
     */
    record TakePayment(
            OrderId order,
            PaymentId payment,
            PaymentMethod method,
            @Nullable Money amount,
            Money tip,
            @Nullable Money tendered,
            String reference,
            List<LineId> lines)
            implements OrderCommand {
        public TakePayment {
            lines = List.copyOf(lines);
        }
    }

    /** Reason: 5 to 500 characters. */
    record VoidPayment(OrderId order, PaymentId payment, String reason) implements OrderCommand {}
}
