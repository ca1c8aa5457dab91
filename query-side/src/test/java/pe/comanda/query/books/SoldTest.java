package pe.comanda.query.books;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.query.books.Standing.ACCEPTED;
import static pe.comanda.query.books.Standing.REJECTED;
import static pe.comanda.query.books.Standing.VOIDED;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.BooksQuery.Difference;
import pe.comanda.domain.invoicing.BooksQuery.DifferenceKind;
import pe.comanda.domain.invoicing.BooksQuery.Range;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;
import pe.comanda.query.books.Sold.Issued;
import pe.comanda.query.books.Sold.Paid;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Three sides of a sale, and each way in which they can disagree. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SoldTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Paid CASH = paid("42.00", "0.05", TODAY, false);
    private static final Issued BOLETA = issued("boleta", "42.00", TODAY, ACCEPTED);

    private static Sold order(String status, List<Paid> payments, List<Issued> documents) {
        return new Sold(
                "order-1",
                7,
                TODAY,
                status,
                Money.of("42.05"),
                payments,
                documents,
                List.of("placed"));
    }

    private static Sold completed(List<Paid> payments, List<Issued> documents) {
        return order(BookOrders.COMPLETED, payments, documents);
    }

    private static Paid paid(String amount, String rounding, LocalDate day, boolean voided) {
        return new Paid(
                "payment-" + amount,
                PaymentMethod.CASH,
                Money.of(amount),
                Money.of(rounding),
                Money.ZERO,
                day,
                voided,
                List.of("taken"));
    }

    private static Issued issued(String id, String payable, LocalDate day, Standing standing) {
        return new Issued(id, Money.of(payable), day, standing, false, List.of("issued-" + id));
    }

    private static Optional<DifferenceKind> kind(Sold sold) {
        return sold.difference().map(Difference::kind);
    }

    @Test
    void what_coins_forgave_is_no_difference() {
        assertThat(kind(completed(List.of(CASH), List.of(BOLETA)))).isEmpty();
    }

    @Test
    void a_factura_on_credit_is_paid_when_it_is_paid() {
        var credit = onCredit("42.05");
        var later = paid("20.00", "0.00", TODAY.plusDays(30), false);
        assertThat(kind(completed(List.of(), List.of(credit)))).isEmpty();
        assertThat(kind(completed(List.of(later), List.of(credit)))).isEmpty();
        assertThat(kind(completed(List.of(), List.of(onCredit("40.00")))))
                .contains(DifferenceKind.DOCUMENT_DIFFERS);
    }

    private static Issued onCredit(String payable) {
        return new Issued("factura", Money.of(payable), TODAY, ACCEPTED, true, List.of("issued"));
    }

    @Test
    void nothing_was_issued() {
        assertThat(kind(completed(List.of(CASH), List.of()))).contains(DifferenceKind.NO_DOCUMENT);
    }

    @Test
    void what_was_issued_does_not_count() {
        for (var lost : List.of(REJECTED, VOIDED)) {
            assertThat(
                            kind(
                                    completed(
                                            List.of(CASH),
                                            List.of(issued("lost", "42.00", TODAY, lost)))))
                    .contains(DifferenceKind.DOCUMENT_LOST);
        }
    }

    @Test
    void a_replaced_rejection_is_no_difference() {
        assertThat(
                        kind(
                                completed(
                                        List.of(CASH),
                                        List.of(issued("lost", "42.00", TODAY, REJECTED), BOLETA))))
                .isEmpty();
    }

    @Test
    void a_payment_is_missing() {
        var voided = paid("42.00", "0.05", TODAY, true);
        assertThat(kind(completed(List.of(), List.of()))).contains(DifferenceKind.NOT_PAID);
        assertThat(kind(completed(List.of(voided), List.of(BOLETA))))
                .contains(DifferenceKind.DOCUMENT_WITHOUT_PAYMENT);
    }

    @Test
    void too_much_was_taken() {
        assertThat(
                        kind(
                                completed(
                                        List.of(CASH, paid("1.00", "0.00", TODAY, false)),
                                        List.of(BOLETA))))
                .contains(DifferenceKind.OVERPAID);
    }

    @Test
    void the_document_is_of_another_amount() {
        assertThat(
                        kind(
                                completed(
                                        List.of(CASH),
                                        List.of(issued("less", "41.99", TODAY, ACCEPTED)))))
                .contains(DifferenceKind.DOCUMENT_DIFFERS);
    }

    @Test
    void several_payers_with_a_document_each_are_no_difference() {
        assertThat(
                        kind(
                                completed(
                                        List.of(
                                                paid("21.03", "0.00", TODAY, false),
                                                paid("21.02", "0.00", TODAY, false)),
                                        List.of(
                                                issued("a", "21.03", TODAY, ACCEPTED),
                                                issued("b", "21.02", TODAY, ACCEPTED)))))
                .isEmpty();
    }

    @Test
    void a_cancelled_order_leaves_neither_money_nor_a_document() {
        assertThat(kind(order(BookOrders.CANCELLED, List.of(), List.of()))).isEmpty();
        assertThat(kind(order(BookOrders.CANCELLED, List.of(CASH), List.of(BOLETA))))
                .contains(DifferenceKind.CANCELLED_BUT_PAID);
        assertThat(kind(order(BookOrders.CANCELLED, List.of(), List.of(BOLETA))))
                .contains(DifferenceKind.CANCELLED_BUT_DOCUMENTED);
        var note = issued("note", "-42.00", TODAY, ACCEPTED);
        assertThat(kind(order(BookOrders.CANCELLED, List.of(), List.of(BOLETA, note)))).isEmpty();
    }

    @Test
    void another_day_is_told() {
        assertThat(
                        kind(
                                completed(
                                        List.of(CASH),
                                        List.of(
                                                issued(
                                                        "late",
                                                        "42.00",
                                                        TODAY.plusDays(1),
                                                        ACCEPTED)))))
                .contains(DifferenceKind.ANOTHER_DAY);
    }

    @Test
    void a_difference_leads_to_every_fact_behind_it() {
        var difference = completed(List.of(CASH), List.of()).difference().orElseThrow();
        assertThat(difference.events()).containsExactly("placed", "taken");
        assertThat(difference.payments()).containsExactly("payment-42.00");
        assertThat(difference.paid()).isEqualTo(Money.of("42.00"));
    }

    @Test
    void neighbouring_numbers_are_told_as_one_range() {
        assertThat(BookSeries.ranges(List.of(4, 5, 6, 9)))
                .containsExactly(new Range(4, 6), new Range(9, 9));
        assertThat(BookSeries.ranges(List.of())).isEmpty();
    }
}
