package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.BooksQuery.Difference;
import pe.comanda.domain.invoicing.BooksQuery.DifferenceKind;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An order with what was paid and issued for it: three sides that must agree.
 *
 * @param day the order's business day
 */
record Sold(
        String order,
        int number,
        LocalDate day,
        String status,
        Money total,
        List<Paid> payments,
        List<Issued> documents,
        List<String> events) {

    /**
     * @param rounding what coins forgave: settles the order, is no money
     */
    record Paid(
            String id,
            PaymentMethod method,
            Money amount,
            Money rounding,
            Money tip,
            LocalDate day,
            boolean voided,
            List<String> events) {}

    /**
     * @param payable below zero for a credit note
     * @param onCredit whether it is paid later, by instalments
     */
    record Issued(
            String id,
            Money payable,
            LocalDate day,
            Standing standing,
            boolean onCredit,
            List<String> events) {}

    boolean isCancelled() {
        return status.equals(BookOrders.CANCELLED);
    }

    /** What it costs; nothing where it was cancelled. */
    Money ordered() {
        return isCancelled() ? Money.ZERO : total;
    }

    /** The money that was taken and is still here. */
    Money paid() {
        return Money.sum(livePayments().map(Paid::amount).toList());
    }

    Money documented() {
        return Money.sum(liveDocuments().map(Issued::payable).toList());
    }

    Stream<Paid> livePayments() {
        return payments.stream().filter(payment -> !payment.voided());
    }

    Stream<Issued> liveDocuments() {
        return documents.stream().filter(document -> document.standing().counts());
    }

    /** How its sides disagree; the gravest alone, because the others follow from it. */
    Optional<Difference> difference() {
        return Optional.ofNullable(kind())
                .map(
                        kind ->
                                new Difference(
                                        kind,
                                        order,
                                        number,
                                        ordered(),
                                        paid(),
                                        documented(),
                                        documents.stream().map(Issued::id).toList(),
                                        payments.stream().map(Paid::id).toList(),
                                        facts()));
    }

    private @Nullable DifferenceKind kind() {
        var paid = paid();
        var settled = paid.plus(Money.sum(livePayments().map(Paid::rounding).toList()));
        var documented = documented();
        if (isCancelled()) {
            if (!paid.isZero()) {
                return DifferenceKind.CANCELLED_BUT_PAID;
            }
            return documented.isZero() ? null : DifferenceKind.CANCELLED_BUT_DOCUMENTED;
        }
        if (liveDocuments().anyMatch(Issued::onCredit) && !settled.isMoreThan(total)) {
            // Its money comes when it comes: other days, other amounts.
            return documented.equals(total) ? null : DifferenceKind.DOCUMENT_DIFFERS;
        }
        if (total.isMoreThan(settled)) {
            return paid.isZero() && !documented.isZero()
                    ? DifferenceKind.DOCUMENT_WITHOUT_PAYMENT
                    : DifferenceKind.NOT_PAID;
        }
        if (settled.isMoreThan(total)) {
            return DifferenceKind.OVERPAID;
        }
        if (!documented.equals(paid)) {
            if (!documented.isZero()) {
                return DifferenceKind.DOCUMENT_DIFFERS;
            }
            return documents.isEmpty() ? DifferenceKind.NO_DOCUMENT : DifferenceKind.DOCUMENT_LOST;
        }
        return isOfOneDay() ? null : DifferenceKind.ANOTHER_DAY;
    }

    private boolean isOfOneDay() {
        return Stream.concat(livePayments().map(Paid::day), liveDocuments().map(Issued::day))
                .allMatch(day::equals);
    }

    private List<String> facts() {
        var facts = new ArrayList<>(events);
        payments.forEach(payment -> facts.addAll(payment.events()));
        documents.forEach(document -> facts.addAll(document.events()));
        return facts;
    }
}
