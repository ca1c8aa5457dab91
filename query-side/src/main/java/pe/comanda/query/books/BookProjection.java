package pe.comanda.query.books;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent.*;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import java.time.Instant;

/** Writes the books: what was sold, what was paid for it, what was issued for it. */
@Component
@ProcessingGroup(Views.BOOKS)
class BookProjection {
    private final BookOrders orders;
    private final BookDocuments documents;
    private final BookSeries series;

    BookProjection(BookOrders orders, BookDocuments documents, BookSeries series) {
        this.orders = orders;
        this.documents = documents;
        this.series = series;
    }

    @EventHandler
    void on(
            OrderEvent event,
            MetaData metadata,
            @MessageIdentifier String id,
            @Timestamp Instant at) {
        var order = event.order().value();
        switch (event) {
            case OrderPlaced placed -> orders.place(placed, Tenant.of(metadata), id);
            case RoundAdded it -> orders.costs(order, it.totals(), id);
            case LineCancelled it -> orders.costs(order, it.totals(), id);
            case DiscountGranted it -> orders.costs(order, it.totals(), id);
            case DeliveryFeeSet it -> orders.costs(order, it.totals(), id);
            case CouponApplied it -> orders.costs(order, it.totals(), id);
            case CouponRemoved it -> orders.costs(order, it.totals(), id);
            case RewardApplied it -> orders.costs(order, it.totals(), id);
            case RewardRemoved it -> orders.costs(order, it.totals(), id);
            case OrderCompleted it -> {
                orders.costs(order, it.totals(), id);
                orders.ends(order, BookOrders.COMPLETED, "");
            }
            case OrderCancelled _ -> orders.ends(order, BookOrders.CANCELLED, id);
            case PaymentTaken it -> orders.pay(order, it.payment(), Tenant.of(metadata), id, at);
            case PaymentVoided it -> orders.voidPayment(it.payment().value(), id);
            case CustomerAttached _, OrderConfirmed _, LinesMoved _ -> {}
        }
    }

    @EventHandler
    void on(InvoiceIssued event, MetaData metadata, @MessageIdentifier String id) {
        documents.issue(event, Tenant.of(metadata), id);
    }

    @EventHandler
    void on(InvoiceCorrected event, @MessageIdentifier String id) {
        documents.correct(event, id);
    }

    @EventHandler
    void on(InvoiceAccepted event, @MessageIdentifier String id) {
        documents.stands(event.invoice().value(), Standing.ACCEPTED, id);
    }

    @EventHandler
    void on(InvoiceRejected event, @MessageIdentifier String id) {
        documents.stands(event.invoice().value(), Standing.REJECTED, id);
    }

    @EventHandler
    void on(InvoiceVoided event, @MessageIdentifier String id) {
        documents.stands(event.invoice().value(), Standing.VOIDED, id);
    }

    @EventHandler
    void on(InvoiceSettled event, @MessageIdentifier String id) {
        documents.stands(
                event.invoice().value(),
                event.accepted() ? Standing.ACCEPTED : Standing.REJECTED,
                id);
    }

    @EventHandler
    void on(
            InvoiceSeriesEvent event,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        switch (event) {
            case SeriesOpened(var id, int first) -> series.open(id, organization, first);
            case NumberTaken(var id, int number, _) -> series.take(id, organization, number);
        }
    }

    @ResetHandler
    void reset() {
        series.clear();
        orders.clear();
        documents.clear();
    }
}
