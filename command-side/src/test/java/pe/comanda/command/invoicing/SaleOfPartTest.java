package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.command.invoicing.GuestBills.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.BillingRule;
import pe.comanda.domain.invoicing.FiscalLine;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tax.TaxClass;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** However an order is split, the documents of all payers together are the order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SaleOfPartTest {
    @RepeatedTest(100)
    void several_payers_together_pay_the_whole(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var lines =
                List.of(
                        line(1, "35.90", 1 + random.nextInt(4), "0.00"),
                        line(2, "7.00", 2, "0.50", TaxClass.EXONERATED),
                        line(3, "0.99", 1 + random.nextInt(9), "0.00"));
        var bill = bill(REDUCED, Money.ZERO, lines);
        var left = bill.totals().total();
        var paid = Money.ZERO;
        for (int payer = 1; left.isPositive(); payer++) {
            var third = bill.totals().total().portion(new BigDecimal("0.33"));
            var amount = payer < 3 ? third.min(left) : left;
            left = left.minus(amount);
            var payment = payment("payment-" + payer, amount, Money.ZERO);
            bill = bill.after(new PaymentTaken(ORDER, payment, left));
            var amounts = SaleOf.part(bill, REDUCED, TODAY, List.of(payment));
            assertThat(amounts.totals().payable()).isEqualTo(amount);
            paid = paid.plus(amounts.totals().payable());
        }
        assertThat(paid).isEqualTo(bill.totals().total());
    }

    @Test
    void a_payer_who_pays_in_coins_has_the_rounding_on_the_document() {
        var bill = bill(REDUCED, Money.ZERO, List.of(line(1, "50.00", 1, "0.00")));
        var cash = payment(Money.of("33.30"), Money.of("0.03"));
        var paid = bill.after(new PaymentTaken(ORDER, cash, Money.of("16.67")));
        var amounts = SaleOf.part(paid, REDUCED, TODAY, List.of(cash));
        assertThat(amounts.totals().rounding()).isEqualTo(Money.of("-0.03"));
        assertThat(amounts.totals().payable()).isEqualTo(Money.of("33.30"));
        assertThat(amounts.lines().getFirst().description()).isEqualTo("Por consumo");
    }

    /** Bags are no fractions: they stand on one document, and all documents are the order. */
    @Test
    void of_several_payers_the_one_who_paid_most_has_the_bags() {
        var bill = delivered("7.00", line(1, "90.00", 1, "0.00"), bags(3, "0.20"));
        var total = bill.totals().total();
        var less = payment("payment-1", Money.of("40.00"), Money.ZERO);
        var most = payment("payment-2", total.minus(Money.of("40.00")), Money.ZERO);
        var paid =
                bill.after(new PaymentTaken(ORDER, less, most.amount()))
                        .after(new PaymentTaken(ORDER, most, Money.ZERO));

        var first = SaleOf.part(paid, REDUCED, TODAY, List.of(less));
        var second = SaleOf.part(paid, REDUCED, TODAY, List.of(most));

        assertThat(first.totals().payable()).isEqualTo(Money.of("40.00"));
        assertThat(first.totals().icbper()).isEqualTo(Money.ZERO);
        assertThat(second.totals().icbper()).isEqualTo(Money.of("1.50"));
        assertThat(first.totals().payable().plus(second.totals().payable())).isEqualTo(total);
        assertThat(second.lines())
                .extracting(FiscalLine::description)
                .containsExactly("Plato 2 (Extra)", "Por consumo", "Servicio de delivery");
    }

    @Test
    void a_payment_that_does_not_cover_the_bags_has_no_document() {
        var bill = bill(REDUCED, Money.ZERO, List.of(bags(20, "0.20")));
        var part = payment(Money.of("9.00"), Money.ZERO);
        var paid = bill.after(new PaymentTaken(ORDER, part, Money.of("5.00")));
        assertThatThrownBy(() -> SaleOf.part(paid, REDUCED, TODAY, List.of(part)))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> assertThat(it.rule()).isEqualTo(BillingRule.BILL_ADDS_UP));
    }
}
