package pe.comanda.domain.invoicing;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

/** Everything one can ask of a run of numbers. */
public sealed interface InvoiceSeriesCommand extends Command {
    InvoiceSeriesId series();

    @Override
    default InvoiceSeriesId target() {
        return series();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case OpenSeries _ -> Permission.SUNAT_UPDATE;
            case TakeNumber _ -> Permission.INVOICES_CREATE;
        };
    }

    /**
     * Begins a series that has a past elsewhere.
     *
     * @param first the number that is given out next
     */
    record OpenSeries(InvoiceSeriesId series, int first) implements InvoiceSeriesCommand {}

    /**
     * The next number, for this invoice. A series that nobody opened begins at 1. Asking again
     * gives the same number.
     */
    record TakeNumber(InvoiceSeriesId series, InvoiceId invoice) implements InvoiceSeriesCommand {}
}
