package pe.comanda.command.invoicing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import static pe.comanda.domain.invoicing.GuardedAction.VOID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand;
import pe.comanda.domain.invoicing.InvoiceCommand.*;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceId;

import java.util.List;

/** Runs {@link Invoice} on Axon. Holds no rule of its own. It is made by {@link Billing}. */
@Aggregate(type = "Invoice", cache = "aggregateCache")
class InvoiceAggregate {
    @AggregateIdentifier private @Nullable InvoiceId id;

    private Owner owner = Owner.NOBODY;
    private Invoice invoice = Invoice.NOT_ISSUED;

    InvoiceAggregate() {}

    /** Of what was decided: see {@link Billing}. */
    InvoiceAggregate(List<InvoiceEvent> decided, Owner of) {
        owner = of;
        record(decided);
    }

    @CommandHandler
    long handle(StartAttempt command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(RecordOutcome command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(ParkInvoice command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(RetryInvoice command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(SettleInvoice command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(WarnOfDeadline command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(CommentInvoice command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(SettleNote command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(
            VoidInvoice command,
            MetaData metadata,
            SummaryWishes wishes,
            ClosedMonths months,
            FourEyes eyes) {
        var version = decide(command, metadata, wishes);
        months.mustBeOpen(owner.organization(), invoice.issueDate());
        eyes.mustAllow(VOID, command.invoice(), invoice.payable(), owner, command.at());
        return version;
    }

    @CommandHandler
    long handle(RecordVoid command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    @CommandHandler
    long handle(RequestSummary command, MetaData metadata, SummaryWishes wishes) {
        return decide(command, metadata, wishes);
    }

    @CommandHandler
    long handle(RecordSummarized command, MetaData metadata, BilledOrders billed) {
        return decide(command, metadata, billed);
    }

    private long decide(InvoiceCommand command, MetaData metadata, SummaryWishes wishes) {
        owner.admit(metadata);
        var events = invoice.decide(command);
        events.forEach(event -> wishes.follow(event, owner));
        record(events);
        return getVersion();
    }

    private long decide(InvoiceCommand command, MetaData metadata, BilledOrders billed) {
        owner.admit(metadata);
        var events = invoice.decide(command);
        events.forEach(billed::follow);
        record(events);
        return getVersion();
    }

    /** What is decided outside and only recorded here: see {@link Signing}. */
    void record(List<InvoiceEvent> decided) {
        decided.forEach(
                event -> {
                    var _ = apply(event, owner.stamp());
                });
    }

    Invoice invoice() {
        return invoice;
    }

    Owner owner() {
        return owner;
    }

    @EventSourcingHandler
    void on(InvoiceEvent event, MetaData metadata) {
        if (id == null) {
            id = event.invoice();
            owner = Owner.of(metadata);
        }
        invoice = invoice.evolve(event);
    }
}
