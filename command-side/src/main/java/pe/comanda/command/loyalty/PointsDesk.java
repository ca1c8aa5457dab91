package pe.comanda.command.loyalty;

import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.LoyaltyCommand;
import pe.comanda.domain.loyalty.LoyaltyRule;

import java.util.Set;

/** Asks a points account for what follows from an event, and knows which refusals are answers. */
@Component
class PointsDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PointsDesk.class);

    private static final Set<String> DONE_BEFORE =
            Set.of(LoyaltyRule.POINTS_EARNED_ONCE.name(), LoyaltyRule.NOTHING_TO_REVERSE.name());

    /** The order named a customer that nobody registered in its organization. */
    private static final Set<String> NOBODY_OF_OURS =
            Set.of(AccessRule.NOT_FOUND.name(), AccessRule.FOREIGN_TENANT.name());

    private final OwnCommands commands;

    PointsDesk(OwnCommands commands) {
        this.commands = commands;
    }

    void send(LoyaltyCommand command, MetaData event) {
        var correlation = String.valueOf(event.getOrDefault(MetadataKey.CORRELATION, "loyalty"));
        var refusal = commands.send(command, Owner.of(event), correlation).orElse(null);
        if (refusal == null || DONE_BEFORE.contains(refusal.code())) {
            return;
        }
        if (!NOBODY_OF_OURS.contains(refusal.code())) {
            throw new IllegalStateException(command.target() + ": " + refusal);
        }
        LOG.warn("No points for {}: {}", command.target(), refusal.code());
    }
}
