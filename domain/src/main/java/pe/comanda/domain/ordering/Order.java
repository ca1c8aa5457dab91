package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.CouponCommand;
import pe.comanda.domain.coupons.CouponCommand.HoldUse;
import pe.comanda.domain.coupons.CouponCommand.ReleaseUse;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.shared.Money;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order in one of its states. {@code decide} judges a command; {@code evolve} records what
 * happened.
 */
public sealed interface Order permits Order.NotPlaced, OpenOrder, Order.Closed {
    Order NOT_PLACED = new NotPlaced();

    record NotPlaced() implements Order {}

    /**
     * Completed or cancelled: nothing happens to it any more, save that money taken is given back.
     */
    record Closed(OrderStatus status, OpenOrder last) implements Order {}

    default OrderStatus status() {
        return switch (this) {
            case NotPlaced _ -> OrderStatus.PENDING;
            case OpenOrder open -> OrderStatus.of(open.lines().statuses());
            case Closed closed -> closed.status();
        };
    }

    /** The table session it belongs to, if any: how a diner's reach is judged. */
    default @Nullable TableSessionId session() {
        return switch (this) {
            case NotPlaced _ -> null;
            case OpenOrder open -> open.session();
            case Closed closed -> closed.last().session();
        };
    }

    default List<OrderEvent> decide(OrderCommand command, OrderFacts facts) {
        return switch (command) {
            case PlaceOrder place -> {
                ORDER_IS_PLACED_ONCE.require(this instanceof NotPlaced);
                yield List.of(place(place, facts));
            }
            case AddRound add -> mustBeOpen().add(add, facts);
            case AttachCustomer attach -> mustBeOpen().attach(attach);
            case ConfirmOrder _ -> mustBeOpen().confirm();
            case MoveLines move -> mustBeOpen().move(move, facts.by());
            case CancelLine cancel -> mustBeOpen().cancel(cancel, facts.by());
            case CancelOrder cancel -> mustBeOpen().cancel(cancel, facts.by());
            case GrantDiscount grant -> mustBeOpen().discount(grant, facts.by());
            case SetDeliveryFee set -> mustBeOpen().deliver(set, facts.by());
            case ApplyCoupon apply -> Redeeming.coupon(mustBeOpen(), apply, facts);
            case RemoveCoupon _ -> Redeeming.withoutCoupon(mustBeOpen());
            case ApplyReward apply -> Redeeming.reward(mustBeOpen(), apply, facts);
            case RemoveReward _ -> Redeeming.withoutReward(mustBeOpen());
            case TakePayment take -> mustBeOpen().pay(take, facts.by());
            case VoidPayment cancel -> mustBePlaced().voidPayment(cancel);
        };
    }

    default Order evolve(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> OpenOrder.placed(placed);
            case RoundAdded(_, var round, var lines, _) -> open().with(round, lines);
            case CustomerAttached(_, var customer) -> open().with(customer);
            case OrderConfirmed(_, var round, var lines) -> open().confirmed(round, lines);
            case LinesMoved(_, var lines, var to, _) -> open().moved(lines, to);
            case LineCancelled(_, var line, _, _, _, _) ->
                    open().moved(List.of(line.id()), LineStatus.CANCELLED);
            case DiscountGranted(_, var amount, _, _) ->
                    open().reduced(open().off().granting(amount));
            case DeliveryFeeSet(_, var fee, _) -> open().delivered(fee);
            case CouponApplied(_, var coupon, _, _) -> open().reduced(open().off().with(coupon));
            case CouponRemoved _ -> open().reduced(open().off().withoutCoupon());
            case RewardApplied(_, var reward, _) -> open().reduced(open().off().with(reward));
            case RewardRemoved _ -> open().reduced(open().off().withoutReward());
            case PaymentTaken(_, var payment, _) -> open().paid(payment);
            case PaymentVoided(_, var payment, _, _, _) ->
                    switch (this) {
                        case Closed(var status, var last) ->
                                new Closed(status, last.withoutPayment(payment));
                        default -> open().withoutPayment(payment);
                    };
            case OrderCancelled _ -> new Closed(OrderStatus.CANCELLED, open().allCancelled());
            case OrderCompleted _ -> new Closed(OrderStatus.COMPLETED, open());
        };
    }

    /** What its coupon does in the same breath: both are true, or neither is. */
    default Optional<CouponCommand> atTheCoupon(OrderEvent event) {
        return switch (event) {
            case CouponApplied(var id, var coupon, _, _) ->
                    Optional.of(new HoldUse(coupon.coupon(), id, open().customer()));
            case CouponRemoved(var id, var coupon, _, _) -> Optional.of(new ReleaseUse(coupon, id));
            default ->
                    undoneBy(event)
                            .map(Reductions::coupon)
                            .map(coupon -> new ReleaseUse(coupon.coupon(), event.order()));
        };
    }

    /** What its reward, and the account that pays for it, do in the same breath. */
    default Optional<RewardMove> atTheReward(OrderEvent event) {
        return switch (event) {
            case RewardApplied(var id, var reward, _) ->
                    Optional.of(new RewardMove(id, reward, true));
            case RewardRemoved _ -> rewardGivenBack(open().off(), event.order());
            default -> undoneBy(event).flatMap(off -> rewardGivenBack(off, event.order()));
        };
    }

    private static Optional<RewardMove> rewardGivenBack(Reductions off, OrderId order) {
        return Optional.ofNullable(off.reward())
                .map(reward -> new RewardMove(order, reward, false));
    }

    /**
     * What the order had that counts no more: it is cancelled, or it was a sale whose money was all
     * given back, and so was none.
     */
    private Optional<Reductions> undoneBy(OrderEvent event) {
        return switch (event) {
            case OrderCancelled _ -> Optional.of(open().off());
            case PaymentVoided voided
                    when this instanceof Closed(var status, var last)
                            && status == OrderStatus.COMPLETED
                            && last.withoutPayment(voided.payment())
                                    .payments()
                                    .standing()
                                    .isEmpty() ->
                    Optional.of(last.off());
            case PaymentVoided _,
                    OrderPlaced _,
                    RoundAdded _,
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
                    OrderCompleted _ ->
                    Optional.empty();
        };
    }

    private static OrderPlaced place(PlaceOrder command, OrderFacts facts) {
        MENU_IS_READ_ONLY.require(facts.takesOrders());
        if (command.type() == OrderType.DINE_IN) {
            TABLE_SESSION_REQUIRED.require(command.session() != null);
        }
        if (command.session() != null) {
            TABLE_SESSION_NOT_ACTIVE.require(facts.table() != null, "session", command.session());
        }
        NOTE_TOO_LONG.require(
                command.note().length() <= Pricing.MAX_NOTE, "limit", Pricing.MAX_NOTE);
        var lines = Pricing.price(command.lines(), facts.offers(), 1, Set.of());
        return new OrderPlaced(
                command.order(),
                facts.nextNumber().getAsInt(),
                facts.businessDay(),
                command.type(),
                command.session(),
                facts.table(),
                command.customer(),
                lines,
                command.note(),
                facts.terms(),
                Totals.of(
                        lines,
                        Money.ZERO,
                        facts.terms(),
                        Extras.of(command.type(), facts.businessDay())));
    }

    private OpenOrder mustBeOpen() {
        return switch (this) {
            case NotPlaced _ -> throw ORDER_MUST_EXIST.broken();
            case OpenOrder open -> open;
            case Closed closed -> throw ORDER_MUST_BE_OPEN.broken("status", closed.status());
        };
    }

    private OpenOrder mustBePlaced() {
        return switch (this) {
            case NotPlaced _ -> throw ORDER_MUST_EXIST.broken();
            case OpenOrder open -> open;
            case Closed closed -> closed.last();
        };
    }

    private OpenOrder open() {
        if (this instanceof OpenOrder open) {
            return open;
        }
        throw new IllegalStateException("History is broken: an order that is not open has moved");
    }
}
