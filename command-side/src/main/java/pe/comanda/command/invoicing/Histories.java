package pe.comanda.command.invoicing;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceCorrected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.Summary;
import pe.comanda.domain.invoicing.SummaryEvent;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryAccepted;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryRejected;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryOutcome;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderId;

import java.util.List;
import java.util.Optional;

/**
 * What invoicing reads straight from the log: orders to bill, and documents as they were issued.
 */
@Component
class Histories {
    private final ObjectProvider<EventStore> events;

    Histories(ObjectProvider<EventStore> events) {
        this.events = events;
    }

    /** An order's bill, and whose it is. */
    record Owned(Bill bill, Owner owner) {}

    /** A document as it was issued, or set right since, and whose it is. */
    record Issued(InvoiceIssued document, Owner owner) {}

    Optional<Owned> bill(OrderId order) {
        var stream = events.getObject().readEvents(order.value());
        var owner = Owner.NOBODY;
        var bill = Bill.NONE;
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            owner = owner.equals(Owner.NOBODY) ? Owner.of(event.getMetaData()) : owner;
            bill = bill.after((OrderEvent) event.getPayload());
        }
        return owner.equals(Owner.NOBODY) ? Optional.empty() : Optional.of(new Owned(bill, owner));
    }

    /** Where a file about documents stands. */
    Summary summary(SummaryId id) {
        var summary = Summary.NOT_ISSUED;
        var stream = events.getObject().readEvents(id.value());
        while (stream.hasNext()) {
            summary = summary.evolve((SummaryEvent) stream.next().getPayload());
        }
        return summary;
    }

    /** What SUNAT said last of a file that is settled. */
    SummaryOutcome lastWord(SummaryId id) {
        var stream = events.getObject().readEvents(id.value());
        while (stream.hasNext()) {
            var event = stream.next().getPayload();
            if (event instanceof SummaryAccepted it) {
                return new SummaryOutcome(
                        SummaryOutcome.Kind.ACCEPTED, it.code(), it.text(), it.notes());
            }
            if (event instanceof SummaryRejected it) {
                return new SummaryOutcome(
                        SummaryOutcome.Kind.REJECTED, it.code(), it.text(), List.of());
            }
        }
        throw new IllegalStateException("Not settled: " + id);
    }

    Issued issued(InvoiceId invoice) {
        return find(invoice)
                .orElseThrow(() -> new IllegalStateException("Nobody issued " + invoice));
    }

    Optional<Issued> find(InvoiceId invoice) {
        var stream = events.getObject().readEvents(invoice.value());
        if (!stream.hasNext()) {
            return Optional.empty();
        }
        var first = stream.next();
        var document = (InvoiceIssued) first.getPayload();
        while (stream.hasNext()) {
            var next = stream.next();
            // What is no correction is not even unfolded.
            if (InvoiceCorrected.class.equals(next.getPayloadType())) {
                document = document.corrected((InvoiceCorrected) next.getPayload());
            }
        }
        return Optional.of(new Issued(document, Owner.of(first.getMetaData())));
    }
}
