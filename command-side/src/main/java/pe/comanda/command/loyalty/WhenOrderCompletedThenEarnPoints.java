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
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.LoyaltyCommand.EarnPoints;
import pe.comanda.domain.loyalty.LoyaltyRule;
import pe.comanda.domain.ordering.OrderEvent.OrderCompleted;

import java.time.Instant;
import java.util.Set;

/**
 * A completed sale of a known customer earns points. The account itself sees to it that it does so
 * once.
 */
@Component
@ProcessingGroup(Processors.POLICY_LOYALTY)
@DisallowReplay
class WhenOrderCompletedThenEarnPoints {
    /** It was told before, or the customer is nobody that the organization knows. */
    private static final Set<String> EXPECTED =
            Set.of(LoyaltyRule.POINTS_EARNED_ONCE.name(), AccessRule.NOT_FOUND.name());

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
                .filter(refusal -> !EXPECTED.contains(refusal.code()))
                .ifPresent(
                        refusal -> {
                            throw new IllegalStateException("Points were refused: " + refusal);
                        });
    }
}
