package pe.comanda.query.audit;

import pe.comanda.domain.invoicing.FiscalSettings;
import pe.comanda.domain.invoicing.FiscalSettingsEvent;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceSeries;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent;
import pe.comanda.domain.ordering.Order;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.shared.DomainEvent;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How the state of each kind of aggregate follows from its events: the same pure functions that
 * decide.
 */
final class Folds {
    private static final List<Fold<?, ?>> ALL =
            List.of(
                    new Fold<>(
                            "fiscal-",
                            FiscalSettings.UNTOUCHED,
                            FiscalSettingsEvent.class,
                            FiscalSettings::evolve),
                    new Fold<>("invoice-", Invoice.NOT_ISSUED, InvoiceEvent.class, Invoice::evolve),
                    new Fold<>("order-", Order.NOT_PLACED, OrderEvent.class, Order::evolve),
                    new Fold<>(
                            "series-",
                            InvoiceSeries.UNUSED,
                            InvoiceSeriesEvent.class,
                            InvoiceSeries::evolve));

    private Folds() {}

    /** The fold of the kind of aggregate that the id's prefix names. */
    static Optional<Fold<?, ?>> of(String aggregate) {
        return ALL.stream().filter(fold -> aggregate.startsWith(fold.prefix())).findFirst();
    }

    record Fold<S, E extends DomainEvent>(
            String prefix, S initial, Class<E> family, BiFunction<S, E, S> evolve) {

        /** The states after each event, the initial one first. */
        S next(Object state, Object event) {
            @SuppressWarnings("unchecked") // a state of this fold is what this fold gave
            var current = (S) state;
            return evolve.apply(current, family.cast(event));
        }
    }
}
