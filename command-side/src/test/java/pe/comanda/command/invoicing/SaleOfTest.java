package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import static pe.comanda.command.invoicing.GuestBills.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.Adjustment;
import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.FiscalAmounts;
import pe.comanda.domain.invoicing.FiscalLine;
import pe.comanda.domain.invoicing.InvoiceRule;
import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.OrderStatus;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What stands on a document is what the guest paid, to the cent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SaleOfTest {
    @Test
    void options_are_folded_into_the_price() {
        var amounts = amounts(bill(REDUCED, Money.ZERO, List.of(line(1, "35.90", 2, "3.50"))));
        assertThat(amounts.lines()).hasSize(1);
        var line = amounts.lines().getFirst();
        assertThat(line.description()).isEqualTo("Plato 1 (Extra)");
        assertThat(line.payable()).isEqualTo(Money.of("78.80"));
    }

    @Test
    void the_service_charge_is_a_recargo_al_consumo() {
        var bill = bill(REDUCED, Money.ZERO, List.of(line(1, "110.50", 1, "0.00")));
        var amounts = amounts(bill);
        assertThat(amounts.adjustments())
                .containsExactly(
                        new Adjustment(
                                Adjustment.Kind.SERVICE_CHARGE,
                                Money.of("100.00"),
                                Money.of("10.00"),
                                new BigDecimal("0.1")));
        assertThat(amounts.totals().payable()).isEqualTo(Money.of("120.50"));
    }

    @Test
    void cents_that_coins_forgave_are_rounding() {
        var bill = bill(REDUCED, Money.ZERO, List.of(line(1, "110.55", 1, "0.00")));
        var due = bill.totals().total();
        var paid =
                bill.after(
                        new PaymentTaken(
                                ORDER,
                                payment(due.downToTenCents(), due.minus(due.downToTenCents())),
                                Money.ZERO));
        assertThat(paid.due()).isEqualTo(Money.ZERO);
        assertThat(amounts(paid).totals().payable()).isEqualTo(due.downToTenCents());
        assertThat(amounts(paid).totals().rounding().isNegative()).isTrue();
    }

    @Test
    void a_dish_that_the_discount_pays_for_is_on_the_house() {
        var amounts =
                amounts(bill(REDUCED, Money.of("40.00"), List.of(line(1, "40.00", 1, "0.00"))));
        assertThat(amounts.lines().getFirst().affectation()).isEqualTo(Affectation.FREE_BONUS);
        assertThat(amounts.totals().payable()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_costs_nothing_is_no_line() {
        var amounts =
                amounts(
                        bill(
                                REDUCED,
                                Money.ZERO,
                                List.of(line(1, "0.00", 1, "0.00"), line(2, "9.00", 1, "0.00"))));
        assertThat(amounts.lines())
                .extracting(FiscalLine::description)
                .containsExactly("Plato 2 (Extra)");
    }

    @Test
    void nothing_that_an_exempt_issuer_sells_is_taxed() {
        var exempt = new Terms("PEN", TaxRegime.EXEMPT, BigDecimal.ZERO, BigDecimal.ZERO);
        var amounts =
                amounts(bill(exempt, Money.ZERO, List.of(line(1, "20.00", 1, "0.00"))), exempt);
        assertThat(amounts.lines().getFirst().affectation()).isEqualTo(Affectation.EXONERATED);
        assertThat(amounts.totals().igv()).isEqualTo(Money.ZERO);
    }

    @Test
    void an_order_without_a_price_makes_no_document() {
        var bill = bill(REDUCED, Money.ZERO, List.of(line(1, "0.00", 1, "0.00")));
        assertThatThrownBy(() -> amounts(bill))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> assertThat(it.rule()).isEqualTo(InvoiceRule.DOCUMENT_HAS_LINES));
    }

    @Test
    void cancelled_lines_and_voided_payments_do_not_count() {
        var gone = line(1, "30.00", 1, "0.00");
        var stays = line(2, "20.00", 1, "0.00");
        var bill = bill(REDUCED, Money.ZERO, List.of(gone, stays));
        var totals = totals(List.of(stays), Money.ZERO, REDUCED);
        var after =
                bill.after(
                                new LineCancelled(
                                        ORDER,
                                        gone,
                                        LineStatus.PENDING,
                                        "no hay",
                                        totals,
                                        OrderStatus.PENDING))
                        .after(
                                new PaymentTaken(
                                        ORDER, payment(Money.of("5.00"), Money.ZERO), Money.ZERO))
                        .after(
                                new PaymentVoided(
                                        ORDER,
                                        new PaymentId("payment-1"),
                                        Money.of("5.00"),
                                        "error de caja",
                                        totals.total()));
        assertThat(amounts(after).lines()).hasSize(1);
        assertThat(after.due()).isEqualTo(totals.total());
    }

    /** Whatever is ordered, discounted and charged: the document says what the order said. */
    @RepeatedTest(200)
    void the_total_never_moves(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var lines = new ArrayList<OrderLine>();
        for (int i = 1; i <= 1 + random.nextInt(30); i++) {
            var taxClass = TaxClass.values()[random.nextInt(8) < 6 ? 0 : 1 + random.nextInt(3)];
            lines.add(
                    line(
                            i,
                            new BigDecimal(1 + random.nextInt(9000)).movePointLeft(2).toString(),
                            1 + random.nextInt(5),
                            new BigDecimal(random.nextInt(300)).movePointLeft(2).toString(),
                            taxClass));
        }
        var gross = totals(lines, Money.ZERO, REDUCED).gross();
        var discount = random.nextInt(3) == 0 ? gross.portion(new BigDecimal("0.13")) : Money.ZERO;
        var bill = bill(REDUCED, discount, lines);
        var amounts = amounts(bill);
        assertThat(amounts.totals().payable()).isEqualTo(bill.totals().total());
        assertThat(amounts.totals().igv()).isEqualTo(bill.totals().tax());
        // Nothing comes off after tax: a daily summary could not tell it (4027).
        assertThat(amounts.totals().allowances()).isEqualTo(Money.ZERO);
    }

    @Test
    void an_order_of_last_year_bears_the_rate_of_its_issue_date() {
        var bill = bill(REDUCED, Money.ZERO, List.of(line(1, "115.00", 1, "0.00")));
        var newYear = LocalDate.of(2027, 1, 1);
        var amounts = SaleOf.amounts(bill, REDUCED, newYear);
        assertThat(SaleOf.rate(REDUCED, newYear)).isEqualByComparingTo("0.15");
        assertThat(amounts.totals().taxed()).isEqualTo(Money.of("100.00"));
        assertThat(amounts.totals().payable()).isEqualTo(bill.totals().total());
        assertThat(SaleOf.rate(REDUCED, LocalDate.of(2028, 1, 1))).isEqualByComparingTo("0.18");
    }

    @Test
    void bags_bear_their_tax_and_delivery_stands_on_a_line_of_its_own() {
        var amounts = amounts(delivered("5.00", line(1, "110.50", 1, "0.00"), bags(2, "0.20")));
        assertThat(amounts.lines())
                .extracting(FiscalLine::description, FiscalLine::unit, FiscalLine::bags)
                .containsExactly(
                        tuple("Plato 1 (Extra)", "NIU", 0),
                        tuple("Plato 2 (Extra)", "NIU", 2),
                        tuple("Servicio de delivery", "ZZ", 0));
        assertThat(amounts.totals().icbper()).isEqualTo(Money.of("1.00"));
        assertThat(amounts.adjustments().getFirst().base()).isEqualTo(Money.of("100.36"));
        assertThat(amounts.totals().payable()).isEqualTo(Money.of("126.94"));
    }

    @Test
    void a_bag_on_the_house_still_bears_its_tax() {
        var amounts = amounts(bill(REDUCED, Money.of("0.20"), List.of(bags(1, "0.20"))));
        assertThat(amounts.lines().getFirst().affectation()).isEqualTo(Affectation.FREE_BONUS);
        assertThat(amounts.totals().payable()).isEqualTo(Money.of("0.50"));
    }

    @Test
    void an_exempt_issuer_too_hands_over_bags_with_their_tax() {
        var exempt = new Terms("PEN", TaxRegime.EXEMPT, BigDecimal.ZERO, BigDecimal.ZERO);
        var amounts = amounts(bill(exempt, Money.ZERO, List.of(bags(1, "0.20"))), exempt);
        assertThat(amounts.totals().exonerated()).isEqualTo(Money.of("0.20"));
        assertThat(amounts.totals().icbper()).isEqualTo(Money.of("0.50"));
    }

    private static FiscalAmounts amounts(Bill bill) {
        return amounts(bill, REDUCED);
    }

    private static FiscalAmounts amounts(Bill bill, Terms terms) {
        return SaleOf.amounts(bill, terms, TODAY);
    }
}
