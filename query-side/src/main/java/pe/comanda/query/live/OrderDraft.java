package pe.comanda.query.live;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.ordering.AppliedReward;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.OrderStatus;
import pe.comanda.domain.ordering.OrderView;
import pe.comanda.domain.ordering.OrderView.LineView;
import pe.comanda.domain.ordering.OrderView.PaidReward;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.shared.Money;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The view of one order while a batch of events is folded into it. */
final class OrderDraft {
    private OrderView view;

    private OrderDraft(OrderView view) {
        this.view = view;
    }

    static OrderDraft of(OrderView view) {
        return new OrderDraft(view);
    }

    static OrderDraft placed(OrderPlaced event, MetaData metadata, Instant at) {
        var table = event.table();
        return new OrderDraft(
                new OrderView(
                        event.order().value(),
                        String.valueOf(metadata.get(MetadataKey.ORGANIZATION)),
                        String.valueOf(metadata.get(MetadataKey.BRANCH)),
                        event.number(),
                        event.businessDay(),
                        event.type(),
                        OrderStatus.PENDING,
                        event.session() == null ? null : event.session().value(),
                        table == null ? null : table.id().value(),
                        table == null ? null : table.label(),
                        event.customer() == null ? null : event.customer().value(),
                        null,
                        null,
                        event.terms().currency(),
                        waiting(event.lines(), at),
                        event.note(),
                        event.totals(),
                        List.of(),
                        event.totals().total(),
                        null,
                        at,
                        at,
                        0));
    }

    OrderView view() {
        return view;
    }

    /** Applies a later event. */
    void apply(OrderEvent event, Instant at, long version) {
        var v = view;
        view =
                switch (event) {
                    case OrderPlaced _ -> v;
                    case RoundAdded e -> {
                        var lines = new ArrayList<>(v.lines());
                        lines.addAll(waiting(e.lines(), at));
                        yield with(
                                v,
                                OrderStatus.of(statuses(lines)),
                                lines,
                                e.totals(),
                                v.payments(),
                                at,
                                version);
                    }
                    case CustomerAttached e ->
                            costing(
                                    knowing(v, e.customer().value(), v.coupon(), v.reward()),
                                    v.totals(),
                                    at,
                                    version);
                    case OrderConfirmed e -> {
                        var ids = e.lines().stream().map(OrderLine::id).toList();
                        yield moved(v, ids, LineStatus.CONFIRMED, null, at, version);
                    }
                    case LinesMoved e -> moved(v, e.lines(), e.to(), e.status(), at, version);
                    case LineCancelled e -> {
                        var after =
                                moved(
                                        v,
                                        List.of(e.line().id()),
                                        LineStatus.CANCELLED,
                                        e.status(),
                                        at,
                                        version);
                        yield with(
                                after,
                                e.status(),
                                after.lines(),
                                e.totals(),
                                after.payments(),
                                at,
                                version);
                    }
                    case DiscountGranted e -> costing(v, e.totals(), at, version);
                    case DeliveryFeeSet e -> costing(v, e.totals(), at, version);
                    case CouponApplied e ->
                            costing(
                                    knowing(v, v.customer(), e.coupon().code().value(), v.reward()),
                                    e.totals(),
                                    at,
                                    version);
                    case CouponRemoved e ->
                            costing(
                                    knowing(v, v.customer(), null, v.reward()),
                                    e.totals(),
                                    at,
                                    version);
                    case RewardApplied e ->
                            costing(
                                    knowing(v, v.customer(), v.coupon(), paid(e.reward())),
                                    e.totals(),
                                    at,
                                    version);
                    case RewardRemoved e ->
                            costing(
                                    knowing(v, v.customer(), v.coupon(), null),
                                    e.totals(),
                                    at,
                                    version);
                    case PaymentTaken e -> {
                        var payments = new ArrayList<>(v.payments());
                        payments.add(e.payment());
                        yield with(v, v.status(), v.lines(), v.totals(), payments, at, version);
                    }
                    case PaymentVoided e -> {
                        var payments =
                                v.payments().stream()
                                        .filter(p -> !p.id().equals(e.payment()))
                                        .toList();
                        yield with(v, v.status(), v.lines(), v.totals(), payments, at, version);
                    }
                    case OrderCancelled e -> cancelled(v, e.reason(), at, version);
                    case OrderCompleted e ->
                            with(
                                    v,
                                    OrderStatus.COMPLETED,
                                    v.lines(),
                                    e.totals(),
                                    v.payments(),
                                    at,
                                    version);
                };
    }

    private static List<LineView> waiting(List<OrderLine> lines, Instant at) {
        return lines.stream().map(line -> new LineView(line, LineStatus.PENDING, at)).toList();
    }

    private static List<LineStatus> statuses(List<LineView> lines) {
        return lines.stream().map(LineView::status).toList();
    }

    private static OrderView moved(
            OrderView v,
            List<LineId> ids,
            LineStatus to,
            @Nullable OrderStatus status,
            Instant at,
            long version) {
        var lines =
                v.lines().stream()
                        .map(l -> ids.contains(l.line().id()) ? new LineView(l.line(), to, at) : l)
                        .toList();
        var now = Objects.requireNonNullElseGet(status, () -> OrderStatus.of(statuses(lines)));
        return with(v, now, lines, v.totals(), v.payments(), at, version);
    }

    private static OrderView costing(OrderView v, Totals totals, Instant at, long version) {
        return with(v, v.status(), v.lines(), totals, v.payments(), at, version);
    }

    private static OrderView with(
            OrderView v,
            OrderStatus status,
            List<LineView> lines,
            Totals totals,
            List<Payment> payments,
            Instant at,
            long version) {
        var settled = Money.sum(payments.stream().map(Payment::settles).toList());
        return new OrderView(
                v.id(),
                v.organization(),
                v.branch(),
                v.number(),
                v.businessDay(),
                v.type(),
                status,
                v.session(),
                v.table(),
                v.tableLabel(),
                v.customer(),
                v.coupon(),
                v.reward(),
                v.currency(),
                lines,
                v.note(),
                totals,
                payments,
                totals.total().minus(settled),
                v.cancelReason(),
                v.placedAt(),
                at,
                version);
    }

    private static PaidReward paid(AppliedReward reward) {
        return new PaidReward(reward.reward().value(), reward.name(), reward.points());
    }

    private static OrderView knowing(
            OrderView v,
            @Nullable String customer,
            @Nullable String coupon,
            @Nullable PaidReward reward) {
        return new OrderView(
                v.id(),
                v.organization(),
                v.branch(),
                v.number(),
                v.businessDay(),
                v.type(),
                v.status(),
                v.session(),
                v.table(),
                v.tableLabel(),
                customer,
                coupon,
                reward,
                v.currency(),
                v.lines(),
                v.note(),
                v.totals(),
                v.payments(),
                v.due(),
                v.cancelReason(),
                v.placedAt(),
                v.changedAt(),
                v.version());
    }

    private static OrderView cancelled(OrderView v, String reason, Instant at, long version) {
        var lines =
                v.lines().stream()
                        .map(l -> new LineView(l.line(), LineStatus.CANCELLED, at))
                        .toList();
        return new OrderView(
                v.id(),
                v.organization(),
                v.branch(),
                v.number(),
                v.businessDay(),
                v.type(),
                OrderStatus.CANCELLED,
                v.session(),
                v.table(),
                v.tableLabel(),
                v.customer(),
                v.coupon(),
                v.reward(),
                v.currency(),
                lines,
                v.note(),
                v.totals(),
                v.payments(),
                Money.ZERO,
                reason,
                v.placedAt(),
                at,
                version);
    }
}
