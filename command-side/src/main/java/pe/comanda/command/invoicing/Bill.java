package pe.comanda.command.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.shared.Money;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * An order as a document must know it: what is sold, on which terms, and what was paid for it.
 * Folded from the order's own history, so that it is never older than the order.
 *
 * @param terms null before the order is placed
 * @param lines live ones, in the order they were asked for
 */
record Bill(
        @Nullable Terms terms,
        SequencedMap<LineId, OrderLine> lines,
        Totals totals,
        Map<PaymentId, Payment> payments,
        boolean cancelled) {
    static final Bill NONE = new Bill(null, new LinkedHashMap<>(), Totals.NOTHING, Map.of(), false);

    Bill after(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed ->
                    new Bill(
                            placed.terms(),
                            with(placed.lines()),
                            placed.totals(),
                            payments,
                            cancelled);
            case RoundAdded added ->
                    new Bill(terms, with(added.lines()), added.totals(), payments, cancelled);
            case LineCancelled gone ->
                    new Bill(terms, without(gone.line().id()), gone.totals(), payments, cancelled);
            case DiscountGranted granted ->
                    new Bill(terms, lines, granted.totals(), payments, cancelled);
            case DeliveryFeeSet set -> new Bill(terms, lines, set.totals(), payments, cancelled);
            case CouponApplied applied ->
                    new Bill(terms, lines, applied.totals(), payments, cancelled);
            case CouponRemoved removed ->
                    new Bill(terms, lines, removed.totals(), payments, cancelled);
            case RewardApplied applied ->
                    new Bill(terms, lines, applied.totals(), payments, cancelled);
            case RewardRemoved removed ->
                    new Bill(terms, lines, removed.totals(), payments, cancelled);
            case PaymentTaken taken -> {
                var all = new LinkedHashMap<>(payments);
                all.put(taken.payment().id(), taken.payment());
                yield new Bill(terms, lines, totals, all, cancelled);
            }
            case PaymentVoided voided -> {
                var left = new LinkedHashMap<>(payments);
                left.remove(voided.payment());
                yield new Bill(terms, lines, totals, left, cancelled);
            }
            case OrderCancelled _ -> new Bill(terms, lines, totals, payments, true);
            case CustomerAttached _, OrderConfirmed _, LinesMoved _, OrderCompleted _ -> this;
        };
    }

    /** What is still owed. */
    Money due() {
        return totals.total()
                .minus(Money.sum(payments.values().stream().map(Payment::settles).toList()));
    }

    /** What coins forgave: zero or below. */
    Money rounding() {
        return Money.ZERO.minus(
                Money.sum(payments.values().stream().map(Payment::rounding).toList()));
    }

    private SequencedMap<LineId, OrderLine> with(List<OrderLine> added) {
        var all = new LinkedHashMap<>(lines);
        added.forEach(line -> all.put(line.id(), line));
        return all;
    }

    private SequencedMap<LineId, OrderLine> without(LineId gone) {
        var left = new LinkedHashMap<>(lines);
        left.remove(gone);
        return left;
    }
}
