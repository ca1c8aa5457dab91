package pe.comanda.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyTest {

    @ParameterizedTest
    @CsvSource({"35,35.00", "35.5,35.50", "35.500,35.50", "1E+2,100.00", "-0.01,-0.01"})
    void money_has_two_decimals_however_it_is_written(String written, String amount) {
        assertThat(Money.of(written)).hasToString(amount).isEqualTo(Money.of(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "35.005", "1E-3"})
    void a_third_decimal_is_refused_and_not_rounded(String written) {
        refused(written, "MONEY_HAS_TWO_DECIMALS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "-1000000000", "1E+300"})
    void a_thousand_million_is_refused(String written) {
        refused(written, "MONEY_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @CsvSource({"32.47,32.40", "32.40,32.40", "32.49,32.40", "0.09,0.00", "0.10,0.10"})
    void coins_end_at_ten_cents(String amount, String payable) {
        assertThat(Money.of(amount).downToTenCents()).isEqualTo(Money.of(payable));
    }

    @ParameterizedTest
    @CsvSource({"2.004,2.00", "2.005,2.01", "2.015,2.02"})
    void exact_values_are_rounded_half_up_by_name(String exact, String rounded) {
        assertThat(Money.rounded(new BigDecimal(exact))).isEqualTo(Money.of(rounded));
    }

    @Test
    void ten_soles_among_three_leave_no_cent_over() {
        var one = Money.of("1.00");
        assertThat(Money.of("10.00").sharedBy(List.of(one, one, one)))
                .containsExactly(Money.of("3.33"), Money.of("3.34"), Money.of("3.33"));
    }

    @Test
    void shares_add_up_to_the_whole_and_are_fair_to_a_cent() {
        Seeds.forEach(
                2_000,
                random -> {
                    var whole = amount(random, 1_000_000);
                    var weights =
                            IntStream.rangeClosed(0, random.nextInt(60))
                                    .mapToObj(_ -> amount(random, 10_000))
                                    .toList();
                    var parts = whole.sharedBy(weights);
                    var all = Money.sum(weights);
                    assertThat(parts).hasSameSizeAs(weights);
                    if (all.isZero()) {
                        assertThat(parts).containsOnly(Money.ZERO);
                        return;
                    }
                    assertThat(Money.sum(parts)).isEqualTo(whole);
                    for (int i = 0; i < parts.size(); i++) {
                        var exact =
                                whole.value().doubleValue()
                                        * weights.get(i).value().doubleValue()
                                        / all.value().doubleValue();
                        assertThat(parts.get(i).value().doubleValue() - exact)
                                .isBetween(-0.010001, 0.010001);
                    }
                });
    }

    private static Money amount(Random random, int cents) {
        return new Money(BigDecimal.valueOf(random.nextInt(cents), 2));
    }

    private static void refused(String written, String code) {
        assertThatThrownBy(() -> Money.of(written))
                .isInstanceOfSatisfying(
                        MalformedValue.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
