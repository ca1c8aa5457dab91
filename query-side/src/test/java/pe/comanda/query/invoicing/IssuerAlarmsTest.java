package pe.comanda.query.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.DatedRegime;

import java.time.LocalDate;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IssuerAlarmsTest {
    private static final LocalDate BEGINNING = LocalDate.of(2026, 1, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final List<DatedRegime> REDUCED =
            List.of(new DatedRegime(TaxRegime.REDUCED_RESTAURANT, BEGINNING));
    private static final List<DatedRegime> GENERAL =
            List.of(new DatedRegime(TaxRegime.GENERAL, BEGINNING));

    @Test
    void another_rate_by_law_is_told_of_thirty_days_before() {
        assertThat(IssuerAlarms.rateChanges(REDUCED, NEW_YEAR.minusDays(31))).isFalse();
        assertThat(IssuerAlarms.rateChanges(REDUCED, NEW_YEAR.minusDays(30))).isTrue();
        assertThat(IssuerAlarms.rateChanges(REDUCED, NEW_YEAR.minusDays(1))).isTrue();
        assertThat(IssuerAlarms.rateChanges(REDUCED, NEW_YEAR)).isFalse();
    }

    @Test
    void who_pays_the_general_rate_has_no_change_before_them() {
        assertThat(IssuerAlarms.rateChanges(GENERAL, NEW_YEAR.minusDays(1))).isFalse();
        assertThat(IssuerAlarms.rateChanges(List.of(), NEW_YEAR.minusDays(1))).isFalse();
    }

    @Test
    void another_regime_is_told_of_as_well() {
        var changing = new DatedRegime(TaxRegime.GENERAL, LocalDate.of(2026, 7, 1)).among(REDUCED);
        assertThat(IssuerAlarms.rateChanges(changing, LocalDate.of(2026, 6, 15))).isTrue();
    }
}
