package pe.comanda.command.invoicing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.Summary;
import pe.comanda.domain.invoicing.SummaryCommand.ParkSummary;
import pe.comanda.domain.invoicing.SummaryCommand.RecordSummaryOutcome;
import pe.comanda.domain.invoicing.SummaryCommand.RetrySummary;
import pe.comanda.domain.invoicing.SummaryCommand.StartSummaryAttempt;
import pe.comanda.domain.invoicing.SummaryEvent;
import pe.comanda.domain.invoicing.SummaryId;

import java.util.List;

/**
 * Runs {@link Summary} on Axon. Holds no rule of its own. It belongs to the whole organization:
 * SUNAT counts these files per taxpayer. It is made by {@link SummaryDesk}.
 */
@Aggregate(type = "InvoiceSummary", cache = "aggregateCache")
class SummaryAggregate {
    @AggregateIdentifier private @Nullable SummaryId id;

    private Owner owner = Owner.NOBODY;
    private Summary summary = Summary.NOT_ISSUED;

    SummaryAggregate() {}

    /** Of what was decided: see {@link SummaryDesk}. */
    SummaryAggregate(List<SummaryEvent> decided, Owner of) {
        owner = of;
        record(decided);
    }

    @CommandHandler
    long handle(StartSummaryAttempt command, MetaData metadata) {
        owner.admit(metadata);
        record(summary.start(command));
        return getVersion();
    }

    @CommandHandler
    long handle(RecordSummaryOutcome command, MetaData metadata) {
        owner.admit(metadata);
        record(summary.record(command));
        return getVersion();
    }

    @CommandHandler
    long handle(ParkSummary command, MetaData metadata) {
        owner.admit(metadata);
        record(summary.park(command));
        return getVersion();
    }

    @CommandHandler
    long handle(RetrySummary command, MetaData metadata, SummaryPlans plans) {
        owner.admit(metadata);
        record(summary.retry(command));
        plans.run(command.summary(), owner.organization());
        return getVersion();
    }

    /** What is decided outside and only recorded here: see {@link SummaryDesk}. */
    void record(List<SummaryEvent> decided) {
        decided.forEach(
                event -> {
                    var _ = apply(event, owner.stamp());
                });
    }

    Summary summary() {
        return summary;
    }

    Owner owner() {
        return owner;
    }

    @EventSourcingHandler
    void on(SummaryEvent event, MetaData metadata) {
        if (id == null) {
            id = event.summary();
            owner = Owner.of(metadata);
        }
        summary = summary.evolve(event);
    }
}
