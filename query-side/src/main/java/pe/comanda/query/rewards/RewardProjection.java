package pe.comanda.query.rewards;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.rewards.RewardEvent;
import pe.comanda.domain.rewards.RewardEvent.*;
import pe.comanda.query.shared.Views;

/** Follows rewards: their terms, and which orders have them. */
@Component
@ProcessingGroup(Views.LOYALTY)
class RewardProjection {
    private final RewardRows rows;

    RewardProjection(RewardRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(
            RewardEvent event,
            EventMessage<?> message,
            @MetaDataValue(MetadataKey.ORGANIZATION) String organization,
            @SequenceNumber long version) {
        var id = event.reward().value();
        var at = message.getTimestamp();
        switch (event) {
            case RewardOffered(_, var terms) -> rows.offer(id, organization, terms, at);
            case RewardChanged(_, var terms) -> rows.change(id, terms);
            case RewardWithdrawn _ -> rows.stand(id, false);
            case RewardOfferedAgain _ -> rows.stand(id, true);
            case RedemptionHeld e -> {
                rows.count(id, e.redeemed());
                rows.held(
                        message.getIdentifier(),
                        organization,
                        id,
                        e.order().value(),
                        e.customer().value(),
                        at);
            }
            case RedemptionReleased e -> {
                rows.count(id, e.redeemed());
                rows.released(id, e.order().value(), at);
            }
        }
        rows.version(id, version);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
