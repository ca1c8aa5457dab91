package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.CloseMonth;
import pe.comanda.domain.invoicing.FiscalSettingsId;
import pe.comanda.domain.invoicing.MonthFigures;
import pe.comanda.domain.invoicing.MonthRule;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** A month is closed by itself: neither its neighbours nor anybody else's. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosedMonthsTest {
    private static final String HUACA = "org-months-huaca";
    private static final String OTHER = "org-months-other";
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");

    @Autowired private ClosedMonths months;
    @Autowired private JdbcTemplate sql;

    @BeforeEach
    void none() {
        for (var organization : new String[] {HUACA, OTHER}) {
            in(organization, () -> months.reopen(organization, MARCH));
            in(organization, () -> months.reopen(organization, APRIL));
        }
    }

    @Test
    void only_days_of_the_closed_month_are_closed() {
        close(MARCH);
        isClosed(LocalDate.of(2026, 3, 1));
        isClosed(LocalDate.of(2026, 3, 31));
        isOpen(HUACA, LocalDate.of(2026, 2, 28));
        isOpen(HUACA, LocalDate.of(2026, 4, 1));
        isOpen(OTHER, LocalDate.of(2026, 3, 15));
    }

    @Test
    void reopening_one_leaves_the_others_closed() {
        close(MARCH);
        close(APRIL);
        in(HUACA, () -> months.reopen(HUACA, MARCH));
        isOpen(HUACA, LocalDate.of(2026, 3, 15));
        isClosed(LocalDate.of(2026, 4, 15));
    }

    @Test
    void it_is_kept_what_the_month_came_to_and_who_closed_it() {
        close(MARCH);
        in(
                HUACA,
                () ->
                        assertThat(
                                        sql.queryForMap(
                                                "select * from closed_month where organization_id = ?",
                                                HUACA))
                                .extracting("documents", "closed_by", "base", "igv", "total")
                                .asString()
                                .isEqualTo("[7, staff-9, 100.00, 18.00, 131.00]"));
    }

    private void close(YearMonth month) {
        var figures =
                new MonthFigures(7, Money.of("100.00"), Money.of("18.00"), Money.of("131.00"), 0);
        in(
                HUACA,
                () ->
                        months.close(
                                HUACA,
                                new CloseMonth(FiscalSettingsId.of(HUACA), month, figures, NOW),
                                "staff-9"));
    }

    private void isClosed(LocalDate day) {
        assertThatThrownBy(() -> in(HUACA, () -> months.mustBeOpen(HUACA, day)))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it ->
                                assertThat(it.rule())
                                        .isEqualTo(MonthRule.DOCUMENT_OF_A_CLOSED_MONTH));
    }

    private void isOpen(String organization, LocalDate day) {
        assertThatCode(() -> in(organization, () -> months.mustBeOpen(organization, day)))
                .doesNotThrowAnyException();
    }

    private static void in(String organization, Runnable work) {
        TenantScope.run(organization, work);
    }
}
