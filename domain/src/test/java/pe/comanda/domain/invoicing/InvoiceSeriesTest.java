package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.InvoiceSeriesCommand.OpenSeries;
import pe.comanda.domain.invoicing.InvoiceSeriesCommand.TakeNumber;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent.NumberTaken;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent.SeriesOpened;
import pe.comanda.domain.shared.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceSeriesTest {
    private static final InvoiceSeriesId ID =
            InvoiceSeriesId.of(Documents.RUC, DocumentType.BOLETA, new Series("B001"));
    private static final InvoiceId FIRST = new InvoiceId("invoice-1");
    private static final InvoiceId SECOND = new InvoiceId("invoice-2");

    @Test
    void a_series_that_nobody_opened_begins_at_one() {
        assertThat(InvoiceSeries.UNUSED.decide(new TakeNumber(ID, FIRST)))
                .containsExactly(new NumberTaken(ID, 1, FIRST));
    }

    @Test
    void numbers_follow_each_other() {
        assertThat(given(new NumberTaken(ID, 1, FIRST)).decide(new TakeNumber(ID, SECOND)))
                .containsExactly(new NumberTaken(ID, 2, SECOND));
    }

    @Test
    void asking_twice_for_the_same_invoice_burns_no_number() {
        assertThat(given(new NumberTaken(ID, 1, FIRST)).decide(new TakeNumber(ID, FIRST)))
                .isEmpty();
    }

    @Test
    void a_series_with_a_past_elsewhere_goes_on_from_there() {
        assertThat(given(new SeriesOpened(ID, 1201)).decide(new TakeNumber(ID, FIRST)))
                .containsExactly(new NumberTaken(ID, 1201, FIRST));
    }

    @Test
    void a_series_in_use_is_not_opened_again() {
        refused(
                given(new NumberTaken(ID, 1, FIRST)),
                new OpenSeries(ID, 500),
                InvoiceRule.SERIES_IS_OPENED_ONCE);
    }

    @Test
    void the_last_number_is_given_out_and_none_after_it() {
        assertThat(given(new NumberTaken(ID, 99_999_998, FIRST)).decide(new TakeNumber(ID, SECOND)))
                .containsExactly(new NumberTaken(ID, 99_999_999, SECOND));
        refused(
                given(new NumberTaken(ID, 99_999_999, FIRST)),
                new TakeNumber(ID, SECOND),
                InvoiceRule.SERIES_EXHAUSTED);
    }

    private static InvoiceSeries given(InvoiceSeriesEvent... events) {
        var series = InvoiceSeries.UNUSED;
        for (var event : events) {
            series = series.evolve(event);
        }
        return series;
    }

    private static void refused(
            InvoiceSeries series, InvoiceSeriesCommand command, InvoiceRule rule) {
        assertThatThrownBy(() -> series.decide(command))
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
