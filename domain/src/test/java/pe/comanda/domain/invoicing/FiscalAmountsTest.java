package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tax.Icbper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FiscalAmountsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void hundreds_of_tiny_lines_stay_within_the_tolerance_of_the_tax_office() {
        var candies = Collections.nCopies(400, item("0.99"));
        var amounts = FiscalAmounts.of(Sale.of(DAY, Documents.REDUCED, candies));
        var totals = amounts.totals();
        assertThat(totals.payable()).isEqualTo(Money.of("396.00"));
        assertThat(totals.taxed().plus(totals.igv())).isEqualTo(totals.payable());
        var drift = totals.igv().minus(totals.taxed().portion(Documents.REDUCED));
        assertThat(drift.value().abs()).isLessThan(new BigDecimal("0.10"));
        assertThat(amounts.lines()).allMatch(line -> line.payable().equals(Money.of("0.99")));
        assertThat(Money.sum(amounts.lines().stream().map(FiscalLine::value).toList()))
                .isEqualTo(totals.taxed());
    }

    @Test
    void a_discount_of_the_whole_line_is_refused_because_a_gift_is_a_free_line() {
        refused(InvoiceRule.DISCOUNT_BELOW_AMOUNT, item("26.00").discountedBy(Money.of("26.00")));
    }

    @Test
    void a_discount_just_below_the_line_is_taken() {
        var sale =
                Sale.of(
                        DAY,
                        Documents.REDUCED,
                        List.of(item("26.00").discountedBy(Money.of("25.90"))));
        assertThat(FiscalAmounts.of(sale).totals().payable()).isEqualTo(Money.of("0.10"));
    }

    @Test
    void a_service_charge_of_thirteen_percent_is_the_most() {
        var sale = Sale.of(DAY, Documents.REDUCED, List.of(item("110.50")));
        var most = FiscalAmounts.of(sale.withServiceCharge(new BigDecimal("0.13")));
        assertThat(most.totals().charges()).isEqualTo(Money.of("13.00"));
        assertThatThrownBy(() -> FiscalAmounts.of(sale.withServiceCharge(new BigDecimal("0.1301"))))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it ->
                                assertThat(it.rule())
                                        .isEqualTo(InvoiceRule.SERVICE_CHARGE_OUT_OF_RANGE));
    }

    @Test
    void a_document_without_lines_is_refused() {
        refused(InvoiceRule.DOCUMENT_HAS_LINES);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-07-31,0.00",
        "2019-08-01,0.10",
        "2022-05-01,0.40",
        "2023-01-01,0.50",
        "2027-03-01,0.50"
    })
    void a_plastic_bag_costs_what_the_law_of_the_year_says(LocalDate day, String amount) {
        assertThat(Icbper.perBag(day)).isEqualTo(Money.of(amount));
    }

    private static SoldItem item(String price) {
        return SoldItem.of("P01", "Lomo saltado", 1, Money.of(price), Affectation.TAXED);
    }

    private static void refused(InvoiceRule rule, SoldItem... items) {
        assertThatThrownBy(() -> FiscalAmounts.of(Sale.of(DAY, Documents.REDUCED, List.of(items))))
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
