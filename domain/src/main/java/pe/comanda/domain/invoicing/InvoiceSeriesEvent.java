package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.DomainEvent;

/** Everything that can have happened to a run of numbers. */
public sealed interface InvoiceSeriesEvent extends DomainEvent {
    InvoiceSeriesId series();

    record SeriesOpened(InvoiceSeriesId series, int first) implements InvoiceSeriesEvent {}

    record NumberTaken(InvoiceSeriesId series, int number, InvoiceId invoice)
            implements InvoiceSeriesEvent {}
}
