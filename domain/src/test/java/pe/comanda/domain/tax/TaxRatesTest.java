package pe.comanda.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The law as rows: what each says on its first day and on the day before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaxRatesTest {
    @ParameterizedTest
    @CsvSource({
        "GENERAL,2022-08-31,0.18",
        "GENERAL,2026-06-01,0.18",
        "GENERAL,2029-01-01,0.18",
        "REDUCED_RESTAURANT,2022-08-31,0.18",
        "REDUCED_RESTAURANT,2022-09-01,0.10",
        "REDUCED_RESTAURANT,2025-12-31,0.10",
        "REDUCED_RESTAURANT,2026-01-01,0.105",
        "REDUCED_RESTAURANT,2026-12-31,0.105",
        "REDUCED_RESTAURANT,2027-01-01,0.15",
        "REDUCED_RESTAURANT,2027-12-31,0.15",
        "REDUCED_RESTAURANT,2028-01-01,0.18",
        "EXEMPT,2026-06-01,0"
    })
    void a_rate_holds_from_its_first_day(TaxRegime regime, LocalDate day, BigDecimal rate) {
        assertThat(regime.rateOn(day)).isEqualTo(rate);
    }

    @ParameterizedTest
    @EnumSource
    void every_regime_has_rows_one_after_another(TaxRegime regime) {
        var days =
                TaxRates.LAW.stream()
                        .filter(row -> row.regime() == regime)
                        .map(TaxRates.Row::from)
                        .toList();
        assertThat(days).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }

    @Test
    void every_row_names_the_law_that_it_comes_from() {
        assertThat(TaxRates.LAW)
                .allSatisfy(row -> assertThat(row.source()).matches(".*Ley [0-9]{5}.*"));
    }
}
