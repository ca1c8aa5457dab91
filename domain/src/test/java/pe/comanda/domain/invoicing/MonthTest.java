package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.FiscalSettingsCommand.CloseMonth;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.ReopenMonth;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.MonthClosed;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.MonthReopened;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Words;

import java.time.Instant;
import java.time.YearMonth;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthTest {
    private static final FiscalSettingsId ID = FiscalSettingsId.of("org-1");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    /** The first moment of November in Lima. */
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T05:00:00Z");

    private static final MonthFigures SETTLED = figures(0);
    private static final MonthClosed CLOSED = new MonthClosed(ID, OCTOBER, SETTLED, NOVEMBER);

    @Test
    void a_month_that_is_over_is_closed_with_what_it_came_to() {
        assertThat(FiscalSettings.UNTOUCHED.close(closing(SETTLED, NOVEMBER)))
                .containsExactly(CLOSED);
    }

    @Test
    void a_month_ends_in_lima() {
        refused(
                () -> FiscalSettings.UNTOUCHED.close(closing(SETTLED, NOVEMBER.minusMillis(1))),
                MonthRule.MONTH_MUST_BE_OVER);
    }

    @Test
    void whatever_is_open_stands_in_the_way() {
        refused(
                () -> FiscalSettings.UNTOUCHED.close(closing(figures(1), NOVEMBER)),
                MonthRule.MONTH_HAS_NOTHING_OPEN);
    }

    @Test
    void a_month_is_closed_once_and_others_beside_it() {
        var closed = FiscalSettings.UNTOUCHED.evolve(CLOSED);
        refused(
                () -> closed.close(closing(SETTLED, NOVEMBER.plusSeconds(1))),
                MonthRule.MONTH_IS_CLOSED_ONCE);
        assertThat(closed.close(new CloseMonth(ID, OCTOBER.minusMonths(1), SETTLED, NOVEMBER)))
                .hasSize(1);
    }

    @Test
    void it_is_opened_again_for_a_reason_and_may_then_be_closed_anew() {
        var closed = FiscalSettings.UNTOUCHED.evolve(CLOSED);
        var reopened = new MonthReopened(ID, OCTOBER, "Se rectifica", NOVEMBER);
        assertThat(closed.reopen(reopening(" Se rectifica "))).containsExactly(reopened);
        refused(() -> closed.reopen(reopening(" ")), Words.TEXT_REQUIRED);
        var open = closed.evolve(reopened);
        refused(() -> open.reopen(reopening("Otra vez")), MonthRule.MONTH_MUST_BE_CLOSED);
        assertThat(open.close(closing(SETTLED, NOVEMBER))).containsExactly(CLOSED);
    }

    private static CloseMonth closing(MonthFigures figures, Instant at) {
        return new CloseMonth(ID, OCTOBER, figures, at);
    }

    private static ReopenMonth reopening(String reason) {
        return new ReopenMonth(ID, OCTOBER, reason, NOVEMBER);
    }

    private static MonthFigures figures(long open) {
        return new MonthFigures(
                12, Money.of("1000.00"), Money.of("105.00"), Money.of("1105.00"), open);
    }

    private static void refused(Runnable work, Object rule) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
