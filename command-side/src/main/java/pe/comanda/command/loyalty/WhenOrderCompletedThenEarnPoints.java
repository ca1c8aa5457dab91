package pe.comanda.command.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Processors;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand.EarnPoints;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;

import java.time.Instant;

/**
 * A completed sale of a known customer earns points by the organization's program. The account
 * itself sees to it that it does so once.
 */
@Component
@ProcessingGroup(Processors.POLICY_LOYALTY)
@DisallowReplay
class WhenOrderCompletedThenEarnPoints {
    private final Programs programs;
    private final PointsDesk desk;

    WhenOrderCompletedThenEarnPoints(Programs programs, PointsDesk desk) {
        this.programs = programs;
        this.desk = desk;
    }

    @EventHandler
    void on(OrderCompleted event, MetaData metadata, @Timestamp Instant at) {
        if (event.customer() != null) {
            var account = LoyaltyAccountId.of(event.customer());
            desk.send(
                    new EarnPoints(
                            account,
                            event.order(),
                            event.totals().earning(),
                            programs.of(metadata),
                            at),
                    metadata);
        }
    }
}
