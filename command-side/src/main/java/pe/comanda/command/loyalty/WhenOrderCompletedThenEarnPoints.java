package pe.comanda.command.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.LoyaltyCommand.EarnPoints;
import pe.comanda.domain.loyalty.LoyaltyRule;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;

import java.time.Instant;

/**
 * A completed sale of a known customer earns points. The account itself sees to it that it does so
 * once.
 */
@Component
@ProcessingGroup(Processors.POLICY_LOYALTY)
@DisallowReplay
class WhenOrderCompletedThenEarnPoints {
    private final OwnCommands commands;

    WhenOrderCompletedThenEarnPoints(OwnCommands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OrderCompleted event, MetaData metadata, @Timestamp Instant at) {
        if (event.customer() == null) {
            return;
        }
        var earn =
                new EarnPoints(
                        PointsAccounts.of(event.customer()),
                        event.order(),
                        event.totals().total(),
                        at);
        commands.send(
                        earn,
                        Owner.of(metadata),
                        String.valueOf(metadata.getOrDefault(MetadataKey.CORRELATION, "loyalty")))
                .filter(refusal -> !refusal.code().equals(LoyaltyRule.POINTS_EARNED_ONCE.name()))
                .ifPresent(
                        refusal -> {
                            throw new IllegalStateException("Points were refused: " + refusal);
                        });
    }
}
