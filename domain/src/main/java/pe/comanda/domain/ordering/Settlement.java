package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.*;

import pe.comanda.domain.ordering.OrderCommand.TakePayment;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Words;

import java.util.HashSet;
import java.util.List;

/**
 * Works out what a payment settles: partial, by lines, the rest; tip apart; cash rounded down to
 * ten cents.
 */
final class Settlement {
    private Settlement() {}

    static Payment of(OpenOrder order, TakePayment command) {
        var due = order.due();
        NOTHING_DUE.require(due.isPositive());
        TIP_NOT_NEGATIVE.require(!command.tip().isNegative());
        var cash = command.method() == PaymentMethod.CASH;

        mustBeUnpaid(order, command.lines());
        var asked =
                command.amount() != null
                        ? command.amount()
                        : command.lines().isEmpty() ? due : share(order, command.lines());
        AMOUNT_MUST_BE_POSITIVE.require(asked.isPositive());
        AMOUNT_ABOVE_DUE.require(!asked.isMoreThan(due), "due", due);

        var settlesAll = asked.equals(due) || cash && asked.equals(due.downToTenCents());
        var amount = settlesAll && cash ? due.downToTenCents() : asked;
        var rounding = settlesAll && cash ? due.minus(amount) : Money.ZERO;

        var toHandOver = amount.plus(command.tip());
        var tendered = command.tendered() == null ? toHandOver : command.tendered();
        TENDERED_TOO_LITTLE.require(!toHandOver.isMoreThan(tendered), "toHandOver", toHandOver);
        ONLY_CASH_GIVES_CHANGE.require(cash || tendered.equals(toHandOver));
        return new Payment(
                command.payment(),
                command.method(),
                amount,
                command.tip(),
                tendered,
                tendered.minus(toHandOver),
                rounding,
                Words.optional("reference", command.reference(), 255),
                command.lines().stream().map(LineId::value).toList());
    }

    /**
     * The named lines' share of the total, discount and service charge included; never more than
     * what is due.
     */
    private static Money share(OpenOrder order, List<LineId> named) {
        var live = order.lines().live();
        var parts = order.totals().total().sharedBy(live.stream().map(OrderLine::total).toList());
        var share = Money.ZERO;
        for (int i = 0; i < live.size(); i++) {
            if (named.contains(live.get(i).id())) {
                share = share.plus(parts.get(i));
            }
        }
        return share.min(order.due());
    }

    /** A line is paid for once, and only while it is charged. */
    private static void mustBeUnpaid(OpenOrder order, List<LineId> named) {
        var paid = new HashSet<>(order.payments().lines());
        for (var line : named) {
            UNKNOWN_LINE.require(order.lines().get(line).status().isLive(), "line", line);
            LINE_ALREADY_PAID.require(paid.add(line.value()), "line", line);
        }
    }
}
