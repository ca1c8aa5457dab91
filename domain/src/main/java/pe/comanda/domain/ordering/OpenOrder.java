package pe.comanda.domain.ordering;

import static pe.comanda.domain.access.AccessRule.PERMISSION_DENIED;
import static pe.comanda.domain.ordering.OrderRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Words;

import java.util.List;
import java.util.stream.Stream;

/**
 * An order that is neither completed nor cancelled.
 *
 * @param confirmations how often lines were sent to the kitchen
 * @param off what was granted, the coupon's and the reward's
 * @param extras bags' tax and delivery
 */
public record OpenOrder(
        OrderId id,
        @Nullable TableSessionId session,
        @Nullable CustomerId customer,
        Terms terms,
        OrderLines lines,
        int rounds,
        int confirmations,
        Reductions off,
        OrderPayments payments,
        Extras extras)
        implements Order {

    static OpenOrder placed(OrderPlaced event) {
        return new OpenOrder(
                        event.order(),
                        event.session(),
                        event.customer(),
                        event.terms(),
                        OrderLines.NONE,
                        0,
                        0,
                        Reductions.NONE,
                        OrderPayments.NONE,
                        Extras.of(event.type(), event.businessDay()))
                .with(1, event.lines());
    }

    // --- what may be asked

    List<OrderEvent> add(AddRound command, OrderFacts facts) {
        MENU_IS_READ_ONLY.require(facts.takesOrders());
        var added = Pricing.price(command.lines(), facts.offers(), rounds + 1, lines.ids());
        TOO_MANY_LINES.require(
                lines.size() + added.size() <= 5 * Pricing.MAX_LINES,
                "limit",
                5 * Pricing.MAX_LINES);
        var after = with(rounds + 1, added);
        // More lines can cost less: a coupon may take more off than they add.
        after.mustNotBeOverpaid();
        return after.following(new RoundAdded(id, rounds + 1, added, after.totals()));
    }

    List<OrderEvent> attach(AttachCustomer command) {
        var coupon = off.coupon();
        COUPON_COUNTS_FOR_ANOTHER.require(
                coupon == null
                        || coupon.countedFor() == null
                        || coupon.countedFor().equals(command.customer()));
        var reward = off.reward();
        REWARD_PAID_BY_ANOTHER.require(
                reward == null || reward.paidBy().equals(command.customer()));
        return List.of(new CustomerAttached(id, command.customer()));
    }

    List<OrderEvent> confirm() {
        var waiting = lines.in(LineStatus.PENDING);
        NOTHING_TO_CONFIRM.require(!waiting.isEmpty());
        return List.of(new OrderConfirmed(id, confirmations + 1, waiting));
    }

    List<OrderEvent> move(MoveLines command, Role by) {
        var named =
                command.lines().isEmpty()
                        ? lines.ableToMove(command.to())
                        : command.lines().stream().distinct().toList();
        NO_LINE_TO_MOVE.require(!named.isEmpty(), "to", command.to());
        lines.mustBeAbleToMove(named, command.to());
        PERMISSION_DENIED.require(
                by.may(Permission.ORDERS_UPDATE_STATUS)
                        || !lines.leaveTheKitchen(named, command.to()),
                "requires",
                Permission.ORDERS_UPDATE_STATUS.code());
        var after = moved(named, command.to());
        var moved = new LinesMoved(id, named, command.to(), OrderStatus.of(after.lines.statuses()));
        return after.completing(moved, by);
    }

    List<OrderEvent> cancel(CancelLine command, Role by) {
        var reason = reason(command.reason(), 3);
        var line = lines.get(command.line());
        LINE_ALREADY_CANCELLED.require(line.status().isLive());
        SERVED_LINE_STAYS.require(line.status() != LineStatus.SERVED);
        PAID_LINE_STAYS.require(!payments.lines().contains(command.line().value()));
        if (by == Role.CUSTOMER) {
            STARTED_ORDER_STAYS.require(line.status() == LineStatus.PENDING);
        }
        if (lines.live().size() == 1) {
            LAST_LINE_CANCELS_ORDER.require(by.may(Permission.ORDERS_CANCEL));
            return List.of(cancelled(reason));
        }
        var after = moved(List.of(command.line()), LineStatus.CANCELLED);
        after.mustNotBeOverpaid();
        var cancelled =
                new LineCancelled(
                        id,
                        line.line(),
                        line.status(),
                        reason,
                        after.totals(),
                        OrderStatus.of(after.lines.statuses()));
        return after.completing(cancelled, by);
    }

    List<OrderEvent> cancel(CancelOrder command, Role by) {
        if (by == Role.CUSTOMER) {
            STARTED_ORDER_STAYS.require(lines.live().size() == lines.in(LineStatus.PENDING).size());
        }
        return List.of(cancelled(reason(command.reason(), 3)));
    }

    List<OrderEvent> discount(GrantDiscount command, Role by) {
        var gross = totals().gross();
        DISCOUNT_OUT_OF_RANGE.require(
                !command.amount().isNegative() && !command.amount().isMoreThan(gross),
                "gross",
                gross);
        var after = reduced(off.granting(command.amount()));
        after.mustNotBeOverpaid();
        var granted =
                new DiscountGranted(
                        id, command.amount(), reason(command.reason(), 3), after.totals());
        return after.completing(granted, by);
    }

    List<OrderEvent> deliver(SetDeliveryFee command, Role by) {
        if (extras.delivering(command.fee()).equals(extras)) {
            return List.of();
        }
        var after = delivered(command.fee());
        after.mustNotBeOverpaid();
        return after.completing(new DeliveryFeeSet(id, command.fee(), after.totals()), by);
    }

    List<OrderEvent> pay(TakePayment command, Role by) {
        PAYMENT_IS_TAKEN_ONCE.require(!payments.everTaken().contains(command.payment()));
        var payment = Settlement.of(this, command);
        var after = paid(payment);
        var taken = new PaymentTaken(id, payment, after.due());
        return after.completing(taken, by);
    }

    List<OrderEvent> voidPayment(VoidPayment command) {
        var payment = payments.standing(command.payment());
        var due = withoutPayment(command.payment()).due();
        return List.of(
                new PaymentVoided(
                        id, command.payment(), payment.amount(), reason(command.reason(), 5), due));
    }

    // --- what follows from what happened

    OpenOrder with(int round, List<OrderLine> added) {
        return copy(customer, lines.with(added), round, confirmations, off, payments, extras);
    }

    OpenOrder with(CustomerId newCustomer) {
        return copy(newCustomer, lines, rounds, confirmations, off, payments, extras);
    }

    OpenOrder confirmed(int confirmation, List<OrderLine> confirmedLines) {
        var ids = confirmedLines.stream().map(OrderLine::id).toList();
        var sent = lines.moved(ids, LineStatus.CONFIRMED);
        return copy(customer, sent, rounds, confirmation, off, payments, extras);
    }

    OpenOrder moved(List<LineId> ids, LineStatus to) {
        return copy(customer, lines.moved(ids, to), rounds, confirmations, off, payments, extras);
    }

    OpenOrder reduced(Reductions by) {
        return copy(customer, lines, rounds, confirmations, by, payments, extras);
    }

    OpenOrder delivered(Money fee) {
        var charged = extras.delivered(fee);
        return copy(customer, lines, rounds, confirmations, off, payments, charged);
    }

    OpenOrder paid(Payment payment) {
        return copy(customer, lines, rounds, confirmations, off, payments.with(payment), extras);
    }

    OpenOrder withoutPayment(PaymentId payment) {
        var left = payments.without(payment);
        return copy(customer, lines, rounds, confirmations, off, left, extras);
    }

    OpenOrder allCancelled() {
        return moved(List.copyOf(lines.ids()), LineStatus.CANCELLED);
    }

    // --- what it amounts to

    public Totals totals() {
        var charged = lines.live();
        return Totals.of(charged, off.of(charged), terms, extras);
    }

    /** What has been settled: payments and the cents that cash rounding forgave. */
    public Money paid() {
        return payments.settled();
    }

    /** What is still owed. */
    public Money due() {
        return totals().total().minus(paid());
    }

    void mustNotBeOverpaid() {
        CANCELLING_WOULD_LEAVE_OVERPAID.require(!due().isNegative(), "paid", paid());
    }

    /**
     * What happened, and that the order is complete where it left everything served and paid: then
     * it takes somebody who may complete a sale.
     */
    List<OrderEvent> completing(OrderEvent event, Role by) {
        var events = following(event);
        var served = OrderStatus.of(lines.statuses()) == OrderStatus.SERVED;
        if (!served || !due().isZero()) {
            return events;
        }
        SALE_IS_COMPLETED_AT_THE_TILL.require(by.may(Permission.ORDERS_COMPLETE));
        var completed = new OrderCompleted(id, session, customer, totals(), terms, lines.live());
        return Stream.concat(events.stream(), Stream.of(completed)).toList();
    }

    /**
     * What happened, and that a reward which has nothing left to take off goes back: points are not
     * kept for nothing.
     */
    private List<OrderEvent> following(OrderEvent event) {
        var reward = off.reward();
        return reward == null || off.ofTheReward(lines.live()).isPositive()
                ? List.of(event)
                : List.of(event, new RewardRemoved(id, reward.reward(), totals()));
    }

    private OrderCancelled cancelled(String reason) {
        return new OrderCancelled(id, reason, lines.lost(), payments.taken());
    }

    private static String reason(String text, int atLeast) {
        var reason = Words.optional("reason", text, 500);
        REASON_REQUIRED.require(reason.length() >= atLeast, "atLeast", atLeast);
        return reason;
    }

    private OpenOrder copy(
            @Nullable CustomerId whose,
            OrderLines all,
            int round,
            int confirmation,
            Reductions reduced,
            OrderPayments settled,
            Extras besides) {
        return new OpenOrder(
                id, session, whose, terms, all, round, confirmation, reduced, settled, besides);
    }
}
