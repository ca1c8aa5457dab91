package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.PAYMENT_ALREADY_VOIDED;
import static pe.comanda.domain.ordering.OrderRule.UNKNOWN_PAYMENT;

import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.shared.Money;

import java.util.List;
import java.util.stream.Stream;

/**
 * What has been paid for an order.
 *
 * @param standing those not voided
 * @param everTaken the ids of all, voided ones too: a payment is taken once
 */
public record OrderPayments(List<Payment> standing, List<PaymentId> everTaken) {
    static final OrderPayments NONE = new OrderPayments(List.of(), List.of());

    public OrderPayments {
        standing = List.copyOf(standing);
        everTaken = List.copyOf(everTaken);
    }

    OrderPayments with(Payment payment) {
        return new OrderPayments(
                Stream.concat(standing.stream(), Stream.of(payment)).toList(),
                Stream.concat(everTaken.stream(), Stream.of(payment.id())).toList());
    }

    OrderPayments without(PaymentId payment) {
        return new OrderPayments(
                standing.stream().filter(p -> !p.id().equals(payment)).toList(), everTaken);
    }

    /** Refused where there is none of this id, or where it was voided. */
    Payment standing(PaymentId payment) {
        UNKNOWN_PAYMENT.require(everTaken.contains(payment));
        return standing.stream()
                .filter(p -> p.id().equals(payment))
                .findFirst()
                .orElseThrow(PAYMENT_ALREADY_VOIDED::broken);
    }

    /** What has been settled: payments and the cents that cash rounding forgave. */
    Money settled() {
        return Money.sum(standing.stream().map(Payment::settles).toList());
    }

    /** The money that was handed over for the order, without tips. */
    Money taken() {
        return Money.sum(standing.stream().map(Payment::amount).toList());
    }

    /** The lines that somebody paid by name. */
    List<String> lines() {
        return standing.stream().flatMap(p -> p.lines().stream()).toList();
    }
}
