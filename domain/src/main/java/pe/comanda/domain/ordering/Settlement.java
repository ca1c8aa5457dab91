package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.*;

import pe.comanda.domain.ordering.OrderCommand.TakePayment;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Words;

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

        var asked =
                command.amount() != null
                        ? command.amount()
                        : command.lines().isEmpty() ? due : share(order, command);
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
    private static Money share(OpenOrder order, TakePayment command) {
        var ids = command.lines();
        var live =
                order.lines().values().stream()
                        .filter(l -> l.status().isLive())
                        .map(OpenOrder.Line::line)
                        .toList();
        var parts = order.totals().total().sharedBy(live.stream().map(OrderLine::total).toList());
        var share = Money.ZERO;
        for (var line : ids) {
            LINE_ALREADY_PAID.require(
                    order.paidLines().noneMatch(line.value()::equals), "line", line);
            int at = indexOf(live, line);
            UNKNOWN_LINE.require(at >= 0, "line", line);
            share = share.plus(parts.get(at));
        }
        return share.min(order.due());
    }

    private static int indexOf(List<OrderLine> lines, LineId line) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().equals(line)) {
                return i;
            }
        }
        return -1;
    }
}
