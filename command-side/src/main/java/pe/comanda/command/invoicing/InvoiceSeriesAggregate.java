package pe.comanda.command.invoicing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.InvoiceSeries;
import pe.comanda.domain.invoicing.InvoiceSeriesCommand.OpenSeries;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent;
import pe.comanda.domain.invoicing.InvoiceSeriesId;

import java.util.List;

/**
 * Runs {@link InvoiceSeries} on Axon. Holds no rule of its own. A series belongs to the whole
 * organization, whichever branch it serves at the time; numbers are taken by {@link Billing}.
 */
@Aggregate(type = "InvoiceSeries", cache = "aggregateCache")
class InvoiceSeriesAggregate {
    @AggregateIdentifier private @Nullable InvoiceSeriesId id;

    private Owner owner = Owner.NOBODY;
    private InvoiceSeries series = InvoiceSeries.UNUSED;

    InvoiceSeriesAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(OpenSeries command, MetaData metadata) {
        owner.admit(metadata);
        record(series.decide(command), new Owner(Caller.from(metadata).organization(), null));
        return getVersion();
    }

    /** What was decided outside: see {@link Billing}. */
    void record(List<InvoiceSeriesEvent> decided, Owner of) {
        decided.forEach(
                event -> {
                    var _ = apply(event, of.stamp());
                });
    }

    InvoiceSeries series() {
        return series;
    }

    Owner owner() {
        return owner;
    }

    @EventSourcingHandler
    void on(InvoiceSeriesEvent event, MetaData metadata) {
        if (id == null) {
            id = event.series();
            owner = new Owner(Owner.of(metadata).organization(), null);
        }
        series = series.evolve(event);
    }
}
