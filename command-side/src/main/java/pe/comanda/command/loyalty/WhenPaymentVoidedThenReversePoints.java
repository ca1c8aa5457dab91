package pe.comanda.command.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Processors;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand.ReversePoints;
import pe.comanda.domain.ordering.OrderEvent.PaymentVoided;

import java.time.Instant;

/**
 * Money of a completed sale that is given back takes its points back: all of them with the whole
 * sale, a share with a part. The account knows how many are left, so it does so once. A payment of
 * an order that is still open has earned nothing yet.
 */
@Component
@ProcessingGroup(Processors.POLICY_LOYALTY)
@DisallowReplay
class WhenPaymentVoidedThenReversePoints {
    private final Sales sales;
    private final Programs programs;
    private final PointsDesk desk;

    WhenPaymentVoidedThenReversePoints(Sales sales, Programs programs, PointsDesk desk) {
        this.sales = sales;
        this.programs = programs;
        this.desk = desk;
    }

    @EventHandler
    void on(PaymentVoided event, MetaData metadata, @Timestamp Instant at) {
        sales.find(event.order())
                .map(
                        sale ->
                                new ReversePoints(
                                        LoyaltyAccountId.of(sale.customer()),
                                        event.order(),
                                        sale.total(),
                                        sale.total().minus(event.due()),
                                        programs.of(metadata),
                                        at))
                .ifPresent(reverse -> desk.send(reverse, metadata));
    }
}
