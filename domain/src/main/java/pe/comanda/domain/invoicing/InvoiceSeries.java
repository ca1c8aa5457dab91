package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.SERIES_EXHAUSTED;
import static pe.comanda.domain.invoicing.InvoiceRule.SERIES_IS_OPENED_ONCE;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.InvoiceSeriesCommand.OpenSeries;
import pe.comanda.domain.invoicing.InvoiceSeriesCommand.TakeNumber;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent.NumberTaken;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent.SeriesOpened;

import java.util.List;

/**
 * A run of numbers of one issuer, type and series: consecutive, each given out once, none ever
 * given back.
 *
 * @param last the number given out last, or the one before the first
 * @param holder who got it; null before the first
 */
public record InvoiceSeries(int last, boolean begun, @Nullable InvoiceId holder) {
    public static final InvoiceSeries UNUSED = new InvoiceSeries(0, false, null);

    public List<InvoiceSeriesEvent> decide(InvoiceSeriesCommand command) {
        return switch (command) {
            case OpenSeries(var id, int first) -> {
                SERIES_IS_OPENED_ONCE.require(!begun);
                SERIES_EXHAUSTED.require(first >= 1 && first <= DocumentNumber.LAST);
                yield List.of(new SeriesOpened(id, first));
            }
            case TakeNumber(var id, var invoice) -> {
                if (invoice.equals(holder)) {
                    yield List.of();
                }
                SERIES_EXHAUSTED.require(last < DocumentNumber.LAST);
                yield List.of(new NumberTaken(id, last + 1, invoice));
            }
        };
    }

    public InvoiceSeries evolve(InvoiceSeriesEvent event) {
        return switch (event) {
            case SeriesOpened(_, int first) -> new InvoiceSeries(first - 1, true, null);
            case NumberTaken(_, int number, var invoice) ->
                    new InvoiceSeries(number, true, invoice);
        };
    }
}
