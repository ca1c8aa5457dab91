package pe.comanda.query.live;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceStatus;
import pe.comanda.domain.live.MessageType;
import pe.comanda.domain.live.Rooms;
import pe.comanda.domain.loyalty.LoyaltyEvent.PointsEarned;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import java.util.ArrayList;
import java.util.List;

/** Tells finance of documents on their way to SUNAT, and the till of points that a sale earned. */
@Component
@ProcessingGroup(Views.LIVE)
class MoneyFeed {
    private final LiveBatch batch;

    MoneyFeed(LiveBatch batch) {
        this.batch = batch;
    }

    /**
     * @param outcome null while it is on its way; PARKED where it waits for a person
     */
    record LiveInvoice(
            String id,
            String order,
            DocumentType type,
            String number,
            @Nullable InvoiceStatus outcome) {
        private LiveInvoice after(InvoiceEvent event) {
            return new LiveInvoice(id, order, type, number, MoneyFeed.outcome(outcome, event));
        }
    }

    record LivePoints(String account, String order, int points, int balance, String tier) {}

    @EventHandler
    void on(InvoiceEvent event, EventMessage<?> message) {
        var id = event.invoice().value();
        var invoice =
                event instanceof InvoiceIssued issued
                        ? new LiveInvoice(
                                id,
                                issued.order().value(),
                                issued.type(),
                                issued.key().number().toString(),
                                null)
                        : batch.now(Kind.INVOICE, id, LiveInvoice.class).orElseThrow().after(event);
        var outcome = invoice.outcome();
        batch.tell(
                new Thing(
                        Kind.INVOICE,
                        id,
                        Tenant.of(message.getMetaData()),
                        List.of(Rooms.FINANCE),
                        invoice,
                        outcome != null && outcome.isFinal() ? Standing.KEPT : Standing.SHOWN),
                MessageType.INVOICE_CHANGED,
                News.of(message));
    }

    /** An account belongs to the organization; the sale says where it is told. */
    @EventHandler
    void on(PointsEarned event, EventMessage<?> message) {
        var order = batch.order(event.order().value());
        if (order == null) {
            return;
        }
        var sale = order.view();
        var rooms = new ArrayList<>(List.of(Rooms.LOYALTY));
        if (sale.session() != null) {
            rooms.add(Rooms.session(sale.session()));
        }
        batch.tell(
                new Thing(
                        Kind.POINTS,
                        event.order().value(),
                        new Tenant(sale.organization(), sale.branch()),
                        rooms,
                        new LivePoints(
                                event.account().value(),
                                event.order().value(),
                                event.points(),
                                event.balance(),
                                event.tier()),
                        Standing.GONE),
                MessageType.LOYALTY_POINTS,
                News.of(message));
    }

    @ResetHandler
    void reset() {
        batch.clear(Kind.INVOICE);
    }

    private static @Nullable InvoiceStatus outcome(
            @Nullable InvoiceStatus before, InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued _,
                    InvoiceSigned _,
                    AttemptStarted _,
                    AttemptFailed _,
                    SummaryRequested _,
                    InvoiceRetried _,
                    InvoiceCorrected _ ->
                    null;
            case InvoiceAccepted accepted ->
                    accepted.isObserved() ? InvoiceStatus.OBSERVED : InvoiceStatus.ACCEPTED;
            case InvoiceRejected _ -> InvoiceStatus.REJECTED;
            case InvoiceParked _ -> InvoiceStatus.PARKED;
            case InvoiceSettled settled ->
                    settled.accepted() ? InvoiceStatus.ACCEPTED : InvoiceStatus.REJECTED;
            case InvoiceVoided _ -> InvoiceStatus.VOIDED;
            case NoteAttached _,
                    NoteConfirmed _,
                    NoteDetached _,
                    VoidRequested _,
                    VoidRefused _,
                    DeadlineNeared _,
                    InvoiceCommented _ ->
                    before;
        };
    }
}
