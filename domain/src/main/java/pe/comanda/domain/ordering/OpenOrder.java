package pe.comanda.domain.ordering;

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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * An order that is neither completed nor cancelled.
 *
 * @param lines in the order they were asked for, with how far each has got
 * @param confirmations how often lines were sent to the kitchen
 * @param discount what somebody granted; the coupon's comes on top
 * @param payments those not voided
 */
public record OpenOrder(
        OrderId id,
        @Nullable TableSessionId session,
        @Nullable CustomerId customer,
        Terms terms,
        SequencedMap<LineId, Line> lines,
        int rounds,
        int confirmations,
        Money discount,
        @Nullable AppliedCoupon coupon,
        List<Payment> payments,
        List<PaymentId> everyPayment)
        implements Order {

    /** A line and how far it has got. */
    public record Line(OrderLine line, LineStatus status) {
        Line to(LineStatus next) {
            return new Line(line, next);
        }
    }

    static OpenOrder placed(OrderPlaced event) {
        return new OpenOrder(
                        event.order(),
                        event.session(),
                        event.customer(),
                        event.terms(),
                        new LinkedHashMap<>(),
                        0,
                        0,
                        Money.ZERO,
                        null,
                        List.of(),
                        List.of())
                .with(1, event.lines());
    }

    // --- what may be asked

    List<OrderEvent> add(AddRound command, OrderFacts facts) {
        MENU_IS_READ_ONLY.require(facts.takesOrders());
        var added = Pricing.price(command.lines(), facts.offers(), rounds + 1, lines.keySet());
        TOO_MANY_LINES.require(
                lines.size() + added.size() <= 5 * Pricing.MAX_LINES,
                "limit",
                5 * Pricing.MAX_LINES);
        var after = with(rounds + 1, added);
        // More lines can cost less: a coupon may take more off than they add.
        CANCELLING_WOULD_LEAVE_OVERPAID.require(!after.due().isNegative(), "paid", paid());
        return List.of(new RoundAdded(id, rounds + 1, added, after.totals()));
    }

    List<OrderEvent> attach(AttachCustomer command) {
        COUPON_COUNTS_FOR_ANOTHER.require(
                coupon == null
                        || coupon.countedFor() == null
                        || coupon.countedFor().equals(command.customer()));
        return List.of(new CustomerAttached(id, command.customer()));
    }

    List<OrderEvent> confirm() {
        var waiting = in(LineStatus.PENDING);
        NOTHING_TO_CONFIRM.require(!waiting.isEmpty());
        return List.of(new OrderConfirmed(id, confirmations + 1, waiting));
    }

    List<OrderEvent> move(MoveLines command) {
        var named =
                command.lines().isEmpty()
                        ? ableToMove(command.to())
                        : command.lines().stream().distinct().toList();
        NO_LINE_TO_MOVE.require(!named.isEmpty(), "to", command.to());
        for (var line : named) {
            var from = line(line).status();
            LINE_CANNOT_MOVE.require(leads(from, command.to()), "from", from);
        }
        var after = moved(named, command.to());
        var moved = new LinesMoved(id, named, command.to(), OrderStatus.of(after.statuses()));
        return after.completing(moved);
    }

    List<OrderEvent> cancel(CancelLine command, Role by) {
        var reason = reason(command.reason(), 3);
        var line = line(command.line());
        LINE_ALREADY_CANCELLED.require(line.status().isLive());
        SERVED_LINE_STAYS.require(line.status() != LineStatus.SERVED);
        PAID_LINE_STAYS.require(paidLines().noneMatch(command.line().value()::equals));
        if (by == Role.CUSTOMER) {
            STARTED_ORDER_STAYS.require(line.status() == LineStatus.PENDING);
        }
        if (live().size() == 1) {
            LAST_LINE_CANCELS_ORDER.require(by.may(Permission.ORDERS_CANCEL));
            return List.of(cancelled(reason));
        }
        var after = moved(List.of(command.line()), LineStatus.CANCELLED);
        CANCELLING_WOULD_LEAVE_OVERPAID.require(!after.due().isNegative(), "paid", paid());
        var cancelled =
                new LineCancelled(
                        id,
                        line.line(),
                        line.status(),
                        reason,
                        after.totals(),
                        OrderStatus.of(after.statuses()));
        return after.completing(cancelled);
    }

    List<OrderEvent> cancel(CancelOrder command, Role by) {
        if (by == Role.CUSTOMER) {
            STARTED_ORDER_STAYS.require(live().size() == in(LineStatus.PENDING).size());
        }
        return List.of(cancelled(reason(command.reason(), 3)));
    }

    List<OrderEvent> discount(GrantDiscount command) {
        var gross = totals().gross();
        DISCOUNT_OUT_OF_RANGE.require(
                !command.amount().isNegative() && !command.amount().isMoreThan(gross),
                "gross",
                gross);
        var after = discounted(command.amount());
        CANCELLING_WOULD_LEAVE_OVERPAID.require(!after.due().isNegative(), "paid", paid());
        var granted =
                new DiscountGranted(
                        id, command.amount(), reason(command.reason(), 3), after.totals());
        return after.completing(granted);
    }

    List<OrderEvent> redeem(ApplyCoupon command, Redeemables coupons) {
        ORDER_HAS_A_COUPON.require(coupon == null);
        var redeemed = coupons.redeem(command.code(), customer);
        var gross = totals().gross();
        COUPON_MINIMUM_NOT_REACHED.require(
                !redeemed.minimum().isMoreThan(gross), "minimum", redeemed.minimum());
        var off = CouponDiscount.of(redeemed, live());
        COUPON_GIVES_NOTHING.require(off.isPositive());
        var after = with(redeemed);
        CANCELLING_WOULD_LEAVE_OVERPAID.require(!after.due().isNegative(), "paid", paid());
        return after.completing(new CouponApplied(id, redeemed, off, after.totals()));
    }

    List<OrderEvent> removeCoupon() {
        if (coupon == null) {
            throw ORDER_HAS_NO_COUPON.broken();
        }
        return List.of(
                new CouponRemoved(id, coupon.coupon(), coupon.code(), withoutCoupon().totals()));
    }

    List<OrderEvent> pay(TakePayment command) {
        PAYMENT_IS_TAKEN_ONCE.require(!everyPayment.contains(command.payment()));
        var payment = Settlement.of(this, command);
        var after = paid(payment);
        var taken = new PaymentTaken(id, payment, after.due());
        return after.completing(taken);
    }

    List<OrderEvent> voidPayment(VoidPayment command) {
        UNKNOWN_PAYMENT.require(everyPayment.contains(command.payment()));
        var payment =
                payments.stream()
                        .filter(p -> p.id().equals(command.payment()))
                        .findFirst()
                        .orElseThrow(PAYMENT_ALREADY_VOIDED::broken);
        var due = withoutPayment(command.payment()).due();
        return List.of(
                new PaymentVoided(
                        id, command.payment(), payment.amount(), reason(command.reason(), 5), due));
    }

    // --- what follows from what happened

    OpenOrder with(int round, List<OrderLine> added) {
        var all = new LinkedHashMap<>(lines);
        added.forEach(line -> all.put(line.id(), new Line(line, LineStatus.PENDING)));
        return copy(customer, all, round, confirmations, discount, payments, everyPayment);
    }

    OpenOrder with(CustomerId newCustomer) {
        return copy(newCustomer, lines, rounds, confirmations, discount, payments, everyPayment);
    }

    OpenOrder confirmed(int confirmation, List<OrderLine> confirmedLines) {
        var ids = confirmedLines.stream().map(OrderLine::id).toList();
        return copy(
                customer,
                changed(ids, LineStatus.CONFIRMED),
                rounds,
                confirmation,
                discount,
                payments,
                everyPayment);
    }

    OpenOrder moved(List<LineId> ids, LineStatus to) {
        return copy(
                customer,
                changed(ids, to),
                rounds,
                confirmations,
                discount,
                payments,
                everyPayment);
    }

    OpenOrder discounted(Money amount) {
        return copy(customer, lines, rounds, confirmations, amount, payments, everyPayment);
    }

    OpenOrder with(AppliedCoupon redeemed) {
        return couponed(redeemed);
    }

    OpenOrder withoutCoupon() {
        return couponed(null);
    }

    OpenOrder paid(Payment payment) {
        var taken = Stream.concat(payments.stream(), Stream.of(payment)).toList();
        var every = Stream.concat(everyPayment.stream(), Stream.of(payment.id())).toList();
        return copy(customer, lines, rounds, confirmations, discount, taken, every);
    }

    OpenOrder withoutPayment(PaymentId payment) {
        var kept = payments.stream().filter(p -> !p.id().equals(payment)).toList();
        return copy(customer, lines, rounds, confirmations, discount, kept, everyPayment);
    }

    OpenOrder allCancelled() {
        return moved(List.copyOf(lines.keySet()), LineStatus.CANCELLED);
    }

    // --- what it amounts to

    public List<LineStatus> statuses() {
        return lines.values().stream().map(Line::status).toList();
    }

    public Totals totals() {
        var charged = live();
        var off = coupon == null ? discount : discount.plus(CouponDiscount.of(coupon, charged));
        return Totals.of(charged, off, terms);
    }

    /** What has been settled: payments and the cents that cash rounding forgave. */
    public Money paid() {
        return Money.sum(payments.stream().map(Payment::settles).toList());
    }

    /** What is still owed. */
    public Money due() {
        return totals().total().minus(paid());
    }

    Stream<String> paidLines() {
        return payments.stream().flatMap(payment -> payment.lines().stream());
    }

    Line line(LineId line) {
        var found = lines.get(line);
        if (found == null) {
            throw UNKNOWN_LINE.broken("line", line);
        }
        return found;
    }

    List<OrderLine> live() {
        return lines.values().stream().filter(l -> l.status().isLive()).map(Line::line).toList();
    }

    private List<OrderLine> in(LineStatus status) {
        return lines.values().stream().filter(l -> l.status() == status).map(Line::line).toList();
    }

    /** What happened, and that the order is complete where it left everything served and paid. */
    private List<OrderEvent> completing(OrderEvent event) {
        var served = OrderStatus.of(statuses()) == OrderStatus.SERVED;
        return served && due().isZero()
                ? List.of(event, new OrderCompleted(id, session, customer, totals(), terms, live()))
                : List.of(event);
    }

    private OrderCancelled cancelled(String reason) {
        var lost =
                lines.values().stream()
                        .filter(l -> l.status().isLive())
                        .map(l -> new CancelledLine(l.line(), l.status()))
                        .toList();
        return new OrderCancelled(
                id, reason, lost, Money.sum(payments.stream().map(Payment::amount).toList()));
    }

    private List<LineId> ableToMove(LineStatus to) {
        var able = new ArrayList<LineId>();
        lines.forEach(
                (lineId, line) -> {
                    if (line.status().compareTo(to) < 0 && leads(line.status(), to)) {
                        able.add(lineId);
                    }
                });
        return able;
    }

    /** One step forward, or one step back among what the kitchen and the table see. */
    private static boolean leads(LineStatus from, LineStatus to) {
        return switch (to) {
            case PREPARING -> from == LineStatus.CONFIRMED || from == LineStatus.READY;
            case READY -> from == LineStatus.PREPARING || from == LineStatus.SERVED;
            case SERVED -> from == LineStatus.READY;
            case CONFIRMED -> from == LineStatus.PREPARING;
            case PENDING, CANCELLED -> false;
        };
    }

    private static String reason(String text, int atLeast) {
        var reason = Words.optional("reason", text, 500);
        REASON_REQUIRED.require(reason.length() >= atLeast, "atLeast", atLeast);
        return reason;
    }

    private SequencedMap<LineId, Line> changed(List<LineId> ids, LineStatus to) {
        var all = new LinkedHashMap<>(lines);
        for (var lineId : ids) {
            all.put(lineId, line(lineId).to(to));
        }
        return all;
    }

    private OpenOrder copy(
            @Nullable CustomerId whose,
            Map<LineId, Line> all,
            int round,
            int confirmation,
            Money granted,
            List<Payment> taken,
            List<PaymentId> every) {
        return new OpenOrder(
                id,
                session,
                whose,
                terms,
                new LinkedHashMap<>(all),
                round,
                confirmation,
                granted,
                coupon,
                taken,
                every);
    }

    private OpenOrder couponed(@Nullable AppliedCoupon now) {
        return new OpenOrder(
                id,
                session,
                customer,
                terms,
                lines,
                rounds,
                confirmations,
                discount,
                now,
                payments,
                everyPayment);
    }
}
